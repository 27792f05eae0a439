import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { englishShellWords, shellWords, type ShellWord } from '../../electron/contract/models/shell-words.ts'
import { menuTemplate } from '../../electron/main/menu-template.ts'
import { adoptWords, words } from '../../electron/main/words.ts'
import { pseudo, pseudoText } from '../../renderer/messages/pseudo.ts'

const isPseudo = (text: string | undefined): boolean => text?.startsWith('⟦') === true
const keys = Object.keys(englishShellWords) as ShellWord[]
const told = Object.fromEntries(keys.map((word) => [word, pseudo.page[`shell.${word}`]]))

beforeAll(() => adoptWords(shellWords.parse(told)))
afterAll(() => adoptWords(englishShellWords))

const command = { id: 'lambda.new', title: pseudoText('New lambda'), enabled: true }
const sections = [false, true].map((isHelp) => ({
  title: pseudoText('Section'),
  isHelp,
  groups: [[command], [command]],
}))

/** Every item of a menu, with those below it. */
const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

describe('in another language', () => {
  test.each(
    (['linux', 'darwin', 'win32'] as const).flatMap((platform) => [
      [platform, 'before', []] as const,
      [platform, 'after', sections] as const,
    ]),
  )('no title of the menus on %s is fixed, %s the page has told its own', (platform, _when, given) => {
    const actions = { choose: vi.fn<(id: string) => void>(), openDocumentation: vi.fn<() => void>() }
    const items = all(menuTemplate(given, platform, actions))
    // macOS itself writes the name of the program there.
    const titled = items.filter(({ type, role }) => type !== 'separator' && role !== 'appMenu')
    expect(titled.length).toBeGreaterThan(15)
    expect(titled.filter(({ label }) => !isPseudo(label))).toEqual([])
  })

  test('a menu of which Electron would write the items itself is none', () => {
    const actions = { choose: vi.fn<(id: string) => void>(), openDocumentation: vi.fn<() => void>() }
    const items = menuTemplate([], 'darwin', actions)
    expect(items.filter(({ submenu }) => !Array.isArray(submenu))).toEqual([])
  })

  test('every text of a dialog is told by the page', () => {
    expect(keys.filter((word) => !isPseudo(words[word]))).toEqual([])
    expect(words.download).toContain('{version}')
    expect(words.install).toContain('{version}')
  })
})

test('a page cannot leave a text out, nor tell one that nobody knows', () => {
  const { ok: _ok, ...others } = englishShellWords
  expect(shellWords.safeParse(others).success).toBe(false)
  expect(shellWords.safeParse({ ...englishShellWords, ok: '' }).success).toBe(false)
  expect(shellWords.safeParse({ ...englishShellWords, more: 'x' }).success).toBe(false)
})
