/** The part of a keyboard event that decides which keys it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>

export const isMac = /mac/i.test(navigator.platform)

/**
 * Whether an event is a combination such as `Mod+Shift+P`; `Mod` is Command on a Mac and Control elsewhere,
 * and `Control` is the Control key of a Mac.
 */
export function matchesKeys(press: KeyPress, keys: string, mac = isMac): boolean {
  const parts = keys.split('+')
  const wants = (name: string): boolean => parts.includes(name)
  return (
    namesOf(press).includes(parts.at(-1)?.toLowerCase() ?? '') &&
    press.ctrlKey === ((wants('Mod') && !mac) || wants('Control')) &&
    press.metaKey === (wants('Mod') && mac) &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  )
}

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS'])

/** The combination that an event is, as commands write theirs; undefined while only Shift, Control and the like are held. */
export function keysOfPress(press: KeyPress, mac = isMac): string | undefined {
  if (modifiers.has(press.key)) return undefined
  const held = [
    (mac ? press.metaKey : press.ctrlKey) && 'Mod',
    mac && press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ]
  const name = namesOf(press).at(-1) ?? press.key
  return [...held, name.length === 1 ? name.toUpperCase() : press.key].filter(Boolean).join('+')
}

/** Whether a combination leaves typing alone: it holds a key down, or is one of the function keys. */
export function leavesTyping(keys: string): boolean {
  return /^(Mod|Control|Alt)\+/.test(keys) || /(^|\+)F\d{1,2}$/.test(keys)
}

const punctuation: Readonly<Record<string, string>> = {
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Period: '.',
  Quote: "'",
  Semicolon: ';',
  Slash: '/',
}

/**
 * What a key may be called, in small letters: what it writes and, where that is no letter or digit of the Latin
 * script (with Shift or Option held, or on a keyboard of another script), what stands at its place on a US keyboard.
 * Plus is what many keyboards have in place of `=`, alone or among the numbers.
 */
function namesOf({ key, code = '' }: KeyPress): string[] {
  const written = key.toLowerCase()
  if (/^[a-z0-9]$/.test(written)) return [written]
  const placed = /^(?:Key|Digit)(\w)$/.exec(code)?.[1] ?? punctuation[code]
  const names = written === '+' ? [written, '='] : [written]
  return placed === undefined ? names : [...names, placed.toLowerCase()]
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Control: 'Ctrl' }
const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  Delete: 'Del',
  Enter: '↵',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}

/** The keys of a combination as keyboards print them. */
export function keyNames(keys: string, mac = isMac): string[] {
  return keys.split('+').map((key) => (mac ? macNames : otherNames)[key] ?? names[key] ?? key)
}

/** The keys of a combination as assistive technology is told them. */
export function ariaKeys(keys: string, mac = isMac): string {
  return keys.replace('Mod', mac ? 'Meta' : 'Control')
}
