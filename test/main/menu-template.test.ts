import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { acceleratorOf, menuTemplate } from '../../electron/main/menu-template.ts'

const sections = [
  {
    title: 'File',
    isHelp: false,
    groups: [
      [{ id: 'lambda.new', title: 'New lambda', keys: 'Alt+N', enabled: true }],
      [{ id: 'lambda.save', title: 'Save', enabled: true }],
    ],
  },
  {
    title: 'Run',
    isHelp: false,
    groups: [[{ id: 'lambda.run', title: 'Run', keys: 'Mod+Enter', enabled: false }]],
  },
  { title: 'Help', isHelp: true, groups: [[{ id: 'help.tour', title: 'Tour', enabled: true }]] },
]

function make(platform: NodeJS.Platform, given = sections) {
  const choose = vi.fn<(id: string) => void>()
  const openDocumentation = vi.fn<() => void>()
  return { template: menuTemplate(given, platform, { choose, openDocumentation }), choose, openDocumentation }
}

const names = (template: readonly MenuItemConstructorOptions[]) =>
  template.map(({ role, label }) => role ?? label)
const itemsOf = (menu: MenuItemConstructorOptions | undefined) =>
  menu?.submenu as MenuItemConstructorOptions[]

describe('the menu bar', () => {
  test("has the page's sections between those of the system", () => {
    expect(names(make('linux').template)).toEqual(['File', 'editMenu', 'Run', 'windowMenu', 'help'])
    expect(names(make('darwin').template)).toEqual([
      'appMenu',
      'File',
      'editMenu',
      'Run',
      'windowMenu',
      'help',
    ])
  })

  test('is one of the system until the page has told its commands', () => {
    expect(names(make('win32', []).template)).toEqual(['fileMenu', 'editMenu', 'windowMenu', 'help'])
  })

  test('has a line between groups of commands', () => {
    const file = itemsOf(make('darwin').template.find(({ label }) => label === 'File'))
    expect(file.slice(0, 3)).toMatchObject([
      { id: 'lambda.new' },
      { type: 'separator' },
      { id: 'lambda.save' },
    ])
  })

  test("puts the page's help into the menu that the system has for it", () => {
    const { template, openDocumentation } = make('linux')
    const [documentation, tour] = itemsOf(template.at(-1))
    expect(tour).toMatchObject({ id: 'help.tour', label: 'Tour' })
    documentation!.click!({} as never, undefined, {})
    expect(openDocumentation).toHaveBeenCalledOnce()
  })

  test('shows keys that the page hears, and what does not apply now as such', () => {
    const { template } = make('linux')
    expect(itemsOf(template[2])[0]).toMatchObject({
      id: 'lambda.run',
      label: 'Run',
      enabled: false,
      accelerator: 'CommandOrControl+Enter',
      registerAccelerator: false,
    })
  })

  test('tells which command was chosen', () => {
    const { template, choose } = make('linux')
    const [item] = itemsOf(template[0])
    item!.click!({} as never, undefined, {})
    expect(choose).toHaveBeenCalledExactlyOnceWith('lambda.new')
  })

  test.each(['linux', 'win32', 'darwin'] as const)('leaves the zoom to a command on %s', (platform) => {
    const roles = make(platform).template.flatMap((menu) => {
      const items = Array.isArray(menu.submenu) ? menu.submenu : []
      return [menu.role, ...items.map(({ role }) => role)]
    })
    expect(roles).toContain('togglefullscreen')
    expect(roles.filter((role) => /zoom|viewmenu/i.test(role ?? ''))).toEqual([])
  })

  test('can be left by its first menu, where the system has no menu for that', () => {
    const roles = (platform: NodeJS.Platform) =>
      itemsOf(make(platform).template.find(({ label }) => label === 'File')).map(({ role }) => role)
    expect(roles('win32')).toContain('quit')
    expect(roles('darwin')).not.toContain('quit')
    expect(roles('darwin')).toContain('recentDocuments')
  })
})

describe('keys in the menu', () => {
  test.each([
    ['Mod+Shift+P', 'CommandOrControl+Shift+P'],
    ['Alt+ArrowUp', 'Alt+Up'],
    ['F8', 'F8'],
    ['Mod+,', 'CommandOrControl+,'],
  ])('%s are %s', (keys, accelerator) => expect(acceleratorOf(keys)).toBe(accelerator))

  test.each(['Mod+K Mod+S', 'Hyper+A', 'F25', '', 'Mod+', 'Mod+Ä'])('%j are not shown', (keys) =>
    expect(acceleratorOf(keys)).toBeUndefined(),
  )
})
