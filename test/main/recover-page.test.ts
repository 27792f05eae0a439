import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ErrorData } from '../../electron/contract/errors.ts'

const dialogs = await vi.hoisted(async () => {
  const { DoubleDialogs } = await import('../helpers/desktop/double-dialogs.ts')
  return new DoubleDialogs()
})
vi.mock('electron', () => ({ dialog: dialogs }))

const { recoverPage } = await import('../../electron/main/recover-page.ts')

/** A window that notes what is done with its page. */
class CrashingWindow extends EventEmitter {
  readonly done: string[] = []
  readonly webContents = Object.assign(new EventEmitter(), {
    reload: () => void this.done.push('reload'),
    forcefullyCrashRenderer: () => void this.done.push('crash'),
  })

  destroy = (): void => void this.done.push('destroy')
  isDestroyed = (): boolean => this.done.includes('destroy')

  crash(reason: string): void {
    this.webContents.emit('render-process-gone', {}, { reason })
  }
}

let window: CrashingWindow
let notices: ErrorData[]

beforeEach(() => {
  window = new CrashingWindow()
  notices = []
  recoverPage(window as unknown as BrowserWindow, (notice) => void notices.push(notice))
})

describe('a page', () => {
  test('that crashed is loaded again, and the user is told why', async () => {
    window.crash('oom')
    await setImmediate()
    expect(window.done).toEqual(['reload'])
    expect(notices).toMatchObject([
      { code: 'page-crashed', message: expect.stringContaining('oom') as string },
    ])
  })

  test('that ended by itself is left alone', async () => {
    window.crash('clean-exit')
    await setImmediate()
    expect(window.done).toEqual([])
  })

  test.each([
    ['loaded again', 0, 'reload'],
    ['closed', 1, 'destroy'],
  ])('that crashes again and again is %s as the user says', async (_what, response, last) => {
    for (let crash = 0; crash < 3; crash += 1) window.crash('crashed')
    const dialog = await dialogs.next()
    expect(dialog.options).toMatchObject({ buttons: ['Load it again', 'Close the window'] })
    expect(window.done).toEqual(['reload', 'reload'])
    dialog.answer({ response })
    await setImmediate()
    expect(window.done.slice(2)).toEqual([last])
  })

  test('that hangs is waited for, and asked about once', async () => {
    window.emit('unresponsive')
    window.emit('unresponsive')
    const dialog = await dialogs.next()
    expect(dialogs.unanswered).toEqual([])
    dialog.answer({ response: 0 })
    await setImmediate()
    expect(window.done).toEqual([])
  })

  test('that hangs is ended where the user says so, to be recovered from as any crash', async () => {
    window.emit('unresponsive')
    ;(await dialogs.next()).answer({ response: 1 })
    await setImmediate()
    expect(window.done).toEqual(['crash'])
  })

  test('that comes to itself takes the question back, and is not ended', async () => {
    window.emit('unresponsive')
    await dialogs.next()
    window.emit('responsive')
    await setImmediate()
    expect(window.done).toEqual([])
    window.emit('unresponsive')
    ;(await dialogs.next()).answer({ response: 1 })
    await setImmediate()
    expect(window.done).toEqual(['crash'])
  })
})
