import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'

interface DoubleMenu {
  readonly items: readonly { readonly label?: string }[]
}

const system = vi.hoisted(() => ({
  shown: [] as DoubleMenu[],
  recent: [] as string[],
}))
vi.mock('electron', () => ({
  app: { addRecentDocument: (path: string) => void system.recent.push(path) },
  Menu: {
    buildFromTemplate: (items: DoubleMenu['items']) => ({ items }),
    setApplicationMenu: (menu: DoubleMenu) => void system.shown.push(menu),
  },
  shell: {},
}))

const { keepMenu, noteWorkspace } = await import('../../electron/main/show-menu.ts')

class MenuWindow extends EventEmitter {
  isInFront = false
  isGone = false
  menu: DoubleMenu | null = null
  represented = ''
  isFocused = (): boolean => this.isInFront
  isDestroyed = (): boolean => this.isGone
  setMenu = (menu: DoubleMenu): void => void (this.menu = menu)
  setRepresentedFilename = (path: string): void => void (this.represented = path)
}

const keep = (window: MenuWindow) => keepMenu(window as unknown as BrowserWindow, () => undefined)
const section = (title: string) => [{ title, groups: [], isHelp: false }]
const labels = (menu: DoubleMenu | null | undefined) => menu?.items.map(({ label }) => label)

afterEach(() => {
  vi.unstubAllGlobals()
  system.shown.length = 0
})

function on(platform: NodeJS.Platform): void {
  vi.stubGlobal('process', { ...process, platform })
}

test('the one menu bar of macOS shows the menu of the window in front', () => {
  on('darwin')
  const [one, other] = [new MenuWindow(), new MenuWindow()]
  one.isInFront = true
  keep(one)(section('One'))
  keep(other)(section('Other'))
  expect(labels(system.shown.at(-1))).toContain('One')
  one.isInFront = false
  other.isInFront = true
  other.emit('focus')
  expect(labels(system.shown.at(-1))).toContain('Other')
})

test('elsewhere each window has its own, and one that is gone gets none', () => {
  on('linux')
  const window = new MenuWindow()
  const show = keep(window)
  show(section('One'))
  window.isGone = true
  show(section('Two'))
  expect(labels(window.menu)).toContain('One')
  expect(system.shown).toEqual([])
})

test('a workspace that is opened is a recent document, which macOS names on its window', () => {
  const window = new MenuWindow()
  on('linux')
  noteWorkspace(window as unknown as BrowserWindow, '/a')
  expect(window.represented).toBe('')
  on('darwin')
  noteWorkspace(window as unknown as BrowserWindow, '/b')
  expect(window.represented).toBe('/b')
  expect(system.recent).toEqual(['/a', '/b'])
})
