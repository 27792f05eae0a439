import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { stoppable } from '../helpers/desktop/double-window.ts'

const dialogs = await vi.hoisted(async () => {
  const { DoubleDialogs } = await import('../helpers/desktop/double-dialogs.ts')
  return new DoubleDialogs()
})
vi.mock('electron', () => ({ dialog: dialogs }))

const { guardClosing } = await import('../../electron/main/guard-closing.ts')

/** A window that closes as Electron's do: first its listeners, then its page are asked. */
class ClosingWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  hasUnsaved = false
  isClosed = false

  close(): void {
    const close = stoppable()
    this.emit('close', close)
    if (close.defaultPrevented) return
    const unload = stoppable()
    if (this.hasUnsaved) this.webContents.emit('will-prevent-unload', unload)
    this.isClosed = !this.hasUnsaved || unload.defaultPrevented
  }

  isDestroyed = (): boolean => this.isClosed
}

let window: ClosingWindow
let told: string[]
let isWriting: boolean
let isUnsaved: boolean

function guard(): (mayClose: boolean) => void {
  return guardClosing(window as unknown as BrowserWindow, {
    isWriting: () => Promise.resolve(isWriting),
    isUnsaved: () => isUnsaved,
    keepPlace: () => Promise.resolve(void told.push('place kept')),
    askPage: () => void told.push('page asked'),
    stayed: () => void told.push('stayed'),
  })
}

beforeEach(() => {
  window = new ClosingWindow()
  told = []
  isWriting = false
  isUnsaved = false
})

describe('a window', () => {
  test('without unsaved text closes, and its place is kept', async () => {
    guard()
    window.close()
    await setImmediate()
    expect(window.isClosed).toBe(true)
    expect(told).toEqual(['place kept'])
  })

  test('with unsaved text asks its page, and closes once that text is decided about', async () => {
    const answer = guard()
    window.hasUnsaved = true
    window.close()
    await setImmediate()
    expect(told).toEqual(['place kept', 'page asked'])
    expect(window.isClosed).toBe(false)
    window.hasUnsaved = false
    answer(true)
    await setImmediate()
    expect(window.isClosed).toBe(true)
  })

  test('asks a page that said it has unsaved text, whether or not it can speak at its end', async () => {
    const answer = guard()
    isUnsaved = true
    window.close()
    await setImmediate()
    expect(told).toEqual(['place kept', 'page asked'])
    expect(window.isClosed).toBe(false)
    answer(false)
    window.close()
    await setImmediate()
    expect(told.slice(2)).toEqual(['stayed', 'place kept', 'page asked'])
    answer(true)
    expect(window.isClosed).toBe(true)
  })

  test('stays where the page says so, and asks again the next time', async () => {
    const answer = guard()
    window.hasUnsaved = true
    window.close()
    await setImmediate()
    answer(false)
    expect(told.at(-1)).toBe('stayed')
    window.close()
    await setImmediate()
    expect(told.filter((each) => each === 'page asked')).toHaveLength(2)
    expect(window.isClosed).toBe(false)
  })

  test('whose page loads itself again is not asked about text that its drafts bring back', () => {
    guard()
    const event = stoppable()
    window.webContents.emit('will-prevent-unload', event)
    expect(event.defaultPrevented).toBe(true)
    expect(told).toEqual([])
  })

  test.each([
    ['stays', 0, false],
    ['closes', 1, true],
  ])('whose studio writes to an instance %s as the user says', async (_what, response, isClosed) => {
    isWriting = true
    guard()
    window.close()
    const dialog = await dialogs.next()
    expect(dialog.options).toMatchObject({ message: 'The studio is writing to an instance.' })
    expect(window.isClosed).toBe(false)
    dialog.answer({ response })
    await setImmediate()
    expect(window.isClosed).toBe(isClosed)
    expect(told.includes('stayed')).toBe(!isClosed)
  })
})
