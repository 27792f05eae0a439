import type { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'

interface WindowDouble extends EventEmitter {
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> }
  readonly calls: string[]
  minimized: boolean
}

const electron = vi.hoisted(() => ({ windows: [] as WindowDouble[] }))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    readonly calls: string[] = []
    readonly options
    minimized = false
    constructor(options: WindowDouble['options']) {
      super()
      this.options = options
      electron.windows.push(this)
    }
    loadURL(url: string): Promise<void> {
      this.calls.push(`load ${url}`)
      return Promise.resolve()
    }
    isMinimized = (): boolean => this.minimized
    restore = (): unknown => this.calls.push('restore')
    focus = (): unknown => this.calls.push('focus')
    show = (): unknown => this.calls.push('show')
  }
  return { BrowserWindow }
})

const { MainWindow } = await import('../../electron/main/main-window.ts')

describe('the window', () => {
  beforeEach(() => {
    electron.windows.length = 0
  })

  test('keeps the page in a sandbox without Node', () => {
    new MainWindow('/app').show()
    expect(electron.windows[0]!.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    })
  })

  test('loads the page under its own scheme and shows once it is ready', () => {
    new MainWindow('/app').show()
    const [window] = electron.windows
    expect(window!.calls).toEqual(['load lambda-studio://page/', 'focus'])
    window!.emit('ready-to-show')
    expect(window!.calls).toContain('show')
  })

  test('is one: showing again restores and focuses it', () => {
    const main = new MainWindow('/app')
    main.show()
    electron.windows[0]!.minimized = true
    main.show()
    expect(electron.windows).toHaveLength(1)
    expect(electron.windows[0]!.calls).toContain('restore')
  })

  test('is made anew after it was closed', () => {
    const main = new MainWindow('/app')
    main.show()
    electron.windows[0]!.emit('closed')
    main.show()
    expect(electron.windows).toHaveLength(2)
  })
})
