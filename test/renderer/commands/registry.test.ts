import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { categoryOf, type Command } from '../../../renderer/commands/command.ts'
import { useCommands } from '../../../renderer/commands/commands-store.ts'
import { conflictsOf } from '../../../renderer/commands/conflicts.ts'
import { useKeyBindings } from '../../../renderer/commands/key-bindings-store.ts'
import { editingAt } from '../../../renderer/commands/kept-keys.ts'
import { leavesTyping } from '../../../renderer/commands/keys.ts'
import { menus } from '../../../renderer/commands/menus.ts'
import { useScreens } from '../../../renderer/commands/screens-store.ts'
import { t } from '../../../renderer/messages/translate.ts'
import { AnsweringStudio } from '../answering-studio.ts'
import { mountComponent } from '../mount-component.ts'

const root = join(import.meta.dirname, '..', '..', '..', 'renderer')
const all = (): readonly Command[] => useCommands().list

let desktopIds: readonly string[]

beforeAll(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  Object.assign(window, { lambdaStudio: new AnsweringStudio() })
  const { offerEverything } = await import('../../../renderer/workbench/offer-everything.ts')
  const { desktopGroups } = await import('../../../renderer/shell/desktop-commands.ts')
  desktopIds = Object.values(desktopGroups).flat(2)
  mountComponent({ setup: () => (offerEverything(), () => null) })
})

/** Ids as components name them; one that is made of a part that varies is known by its beginning. */
function namedIds(): string[] {
  const source = globSync('**/*.{vue,ts}', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  )
  const ways = [
    /\brun\('([a-z]\w*\.[\w-]+)'/g,
    /\brun\(`([a-z]\w*\.[\w-]*)\$/g,
    /<Command(?:Button|Icon)\s[^>]*?(?<!:)\bid="([^"]+)"/g,
  ]
  return source.flatMap((text) => ways.flatMap((way) => [...text.matchAll(way)].map(([, id]) => id!)))
}

test('every command that a control names is there', () => {
  const ids = all().map(({ id }) => id)
  const named = [...new Set(namedIds())]
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((id) => !ids.some((known) => known === id || known.startsWith(id)))).toEqual([])
})

test('every command that a menu names is there, or is the desktop program’s', () => {
  const ids = new Set([...all().map(({ id }) => id), ...desktopIds])
  expect(menus.flatMap(({ groups }) => groups.flat()).filter((id) => !ids.has(id))).toEqual([])
})

test('each command belongs somewhere, and no two of one screen have one name', () => {
  expect(all().filter((command) => categoryOf(command) === 'category.other')).toEqual([])
  const names = all().map(
    (command) => `${command.screen ?? ''} ${t(categoryOf(command))}: ${t(command.title)}`,
  )
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

/** On its own screen a command has the keys of what is alike everywhere else. */
const takenOver: Readonly<Record<string, string>> = {
  'member.add': 'case.new',
  'memberRun.start': 'lambda.run',
  'promotion.promote': 'sync.push',
}

test('keys of the studio’s own leave typing alone, and none is for two commands', () => {
  const { allKeysOf } = useKeyBindings()
  const conflicts = all().flatMap((command) =>
    allKeysOf(command).flatMap((keys) =>
      conflictsOf(command, keys, all(), allKeysOf).map((other) => [command.id, other.id]),
    ),
  )
  const known = Object.entries(takenOver).flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`])
  expect(conflicts.map((pair) => pair.join(' ')).filter((pair) => !known.includes(pair))).toEqual([])
  const keys = all().flatMap(allKeysOf)
  expect(keys.filter((each) => !leavesTyping(each) || editingAt(each) !== undefined)).toEqual([])
})

test('a command of a screen applies there alone, and its keys come before those of everywhere', () => {
  const done: string[] = []
  const commands = useCommands()
  const ofScreen = { id: 'sync.x', title: 'run.run', keys: 'Alt+X', screen: 'sync' } as const
  commands.register([
    { id: 'lambda.x', title: 'run.run', keys: 'Alt+X', run: () => done.push('everywhere') },
    { ...ofScreen, run: () => done.push('on the screen') },
  ])
  const press = { key: 'x', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false }
  expect(commands.applies('sync.x')).toBe(false)
  commands.press(press)
  const leave = useScreens().enter('sync')
  expect(commands.applies('sync.x')).toBe(true)
  commands.press(press)
  leave()
  expect(commands.applies('sync.x')).toBe(false)
  expect(done).toEqual(['everywhere', 'on the screen'])
})
