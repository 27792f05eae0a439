import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../renderer/commands/command.ts'
import { useCommands } from '../../../renderer/commands/commands-store.ts'
import { conflictsOf } from '../../../renderer/commands/conflicts.ts'
import { useKeyBindings } from '../../../renderer/commands/key-bindings-store.ts'
import {
  keyNames,
  keysOfPress,
  leavesTyping,
  matchesKeys,
  type KeyPress,
} from '../../../renderer/commands/keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('keys', () => {
  test('Mod is Control, and Command on a Mac', () => {
    expect(matchesKeys(press('Enter', { ctrlKey: true }), 'Mod+Enter', false)).toBe(true)
    expect(matchesKeys(press('Enter', { metaKey: true }), 'Mod+Enter', true)).toBe(true)
    expect(matchesKeys(press('Enter', { ctrlKey: true }), 'Mod+Enter', true)).toBe(false)
  })

  test('a key held too many is another combination', () => {
    expect(matchesKeys(press('b', { ctrlKey: true, shiftKey: true }), 'Mod+B', false)).toBe(false)
    expect(matchesKeys(press('B', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+B', false)).toBe(true)
  })

  test('a key that writes something else with Shift or Option held is known by its place', () => {
    const slash = press('?', { code: 'Slash', ctrlKey: true, shiftKey: true })
    expect(matchesKeys(slash, 'Mod+Shift+/', false)).toBe(true)
    expect(keysOfPress(slash, false)).toBe('Mod+Shift+/')
    expect(matchesKeys(press('Dead', { code: 'KeyN', altKey: true }), 'Alt+N', true)).toBe(true)
  })

  test('a letter is known by what it writes, wherever it stands on the keyboard', () => {
    expect(keysOfPress(press('a', { code: 'KeyQ', ctrlKey: true }), false)).toBe('Mod+A')
    expect(matchesKeys(press('a', { code: 'KeyQ', ctrlKey: true }), 'Mod+Q', false)).toBe(false)
  })

  test('keys that are only held are no combination yet', () => {
    expect(keysOfPress(press('Control', { ctrlKey: true }), false)).toBeUndefined()
    expect(keysOfPress(press('PageUp', { ctrlKey: true, altKey: true }), false)).toBe('Mod+Alt+PageUp')
  })

  test.each([
    ['X', false],
    ['Shift+X', false],
    ['F8', true],
    ['Shift+F6', true],
    ['Alt+X', true],
  ])('%s leaves typing alone: %s', (keys, leaves) => expect(leavesTyping(keys)).toBe(leaves))

  test('are named as the keyboard has them', () => {
    expect(keyNames('Mod+Shift+P', true)).toEqual(['⌘', '⇧', 'P'])
    expect(keyNames('Mod+Enter', false)).toEqual(['Ctrl', '↵'])
  })
})

describe('commands', () => {
  beforeEach(() => {
    localStorage.clear()
    setActivePinia(createPinia())
  })

  test('a key press carries the command out', () => {
    const done: string[] = []
    const commands = useCommands()
    commands.register([{ id: 'run', title: 'run.run', keys: 'Alt+R', run: () => done.push('run') }])
    expect(commands.press(press('r', { altKey: true }))).toBe(true)
    expect(commands.press(press('r'))).toBe(false)
    expect(done).toEqual(['run'])
  })

  test('a command that does not apply leaves the key to others', () => {
    const commands = useCommands()
    commands.register([
      { id: 'stop', title: 'run.stop', keys: 'Alt+S', enabled: () => false, run: () => undefined },
    ])
    expect(commands.press(press('s', { altKey: true }))).toBe(false)
    expect(commands.run('stop')).toBe(false)
  })

  test('taking commands away leaves a newer one of the same id', () => {
    const commands = useCommands()
    const takeAway = commands.register([{ id: 'run', title: 'run.run', run: () => undefined }])
    commands.register([{ id: 'run', title: 'run.run', keys: 'Alt+R', run: () => undefined }])
    takeAway()
    expect(commands.keysOf('run')).toBe('Alt+R')
  })

  const save: Command = { id: 'lambda.save', title: 'command.save', keys: 'Mod+S', run: () => undefined }

  test('keys that the user chose are kept, and are the only ones then', () => {
    const bindings = useKeyBindings()
    bindings.choose(save, 'Alt+S')
    setActivePinia(createPinia())
    expect(useKeyBindings().allKeysOf({ ...save, alsoKeys: ['F2'] })).toEqual(['Alt+S'])
    useKeyBindings().reset(save.id)
    expect(useKeyBindings().allKeysOf({ ...save, alsoKeys: ['F2'] })).toEqual(['Mod+S', 'F2'])
  })

  test('a command may have no keys, and a choice of its own keys is no choice', () => {
    const bindings = useKeyBindings()
    bindings.choose(save, null)
    expect(bindings.keysOf(save)).toBeUndefined()
    bindings.choose(save, 'Mod+S')
    expect(bindings.isChosen(save.id)).toBe(false)
  })

  test('in a window of its own a command has the keys that a browser would keep', () => {
    const bindings = useKeyBindings()
    const close: Command = { ...save, id: 'tab.close', keys: 'Alt+W', windowKeys: 'Mod+W' }
    expect(bindings.keysOf(close)).toBe('Alt+W')
    bindings.ownWindow = true
    expect(bindings.keysOf(close)).toBe('Mod+W')
  })

  test('other commands with the same keys are named', () => {
    const { allKeysOf } = useKeyBindings()
    const other: Command = { ...save, id: 'lambda.run', keys: 'F5', alsoKeys: ['Mod+S'] }
    expect(conflictsOf(save, 'Mod+S', [save, other], allKeysOf)).toEqual([other])
    expect(conflictsOf(save, 'Alt+S', [save, other], allKeysOf)).toEqual([])
  })
})
