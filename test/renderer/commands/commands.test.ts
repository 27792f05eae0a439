import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { useCommands } from '../../../renderer/commands/commands-store.ts'
import { keyNames, matchesKeys, type KeyPress } from '../../../renderer/commands/keys.ts'

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

  test('are named as the keyboard has them', () => {
    expect(keyNames('Mod+Shift+P', true)).toEqual(['⌘', '⇧', 'P'])
    expect(keyNames('Mod+Enter', false)).toEqual(['Ctrl', '↵'])
  })
})

describe('commands', () => {
  beforeEach(() => setActivePinia(createPinia()))

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
})
