/** The part of a keyboard event that decides which keys it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export const isMac = /mac/i.test(navigator.platform)

/** Whether an event is a combination such as `Mod+Shift+P`; `Mod` is Command on a Mac and Control elsewhere. */
export function matchesKeys(press: KeyPress, keys: string, mac = isMac): boolean {
  const parts = keys.split('+')
  const wants = (name: string): boolean => parts.includes(name)
  return (
    press.key.toLowerCase() === parts.at(-1)?.toLowerCase() &&
    press.ctrlKey === (wants('Mod') && !mac) &&
    press.metaKey === (wants('Mod') && mac) &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  )
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵' }

/** The keys of a combination as keyboards print them. */
export function keyNames(keys: string, mac = isMac): string[] {
  return keys.split('+').map((key) => (mac ? macNames : otherNames)[key] ?? key)
}
