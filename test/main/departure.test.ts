import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { Departure } from '../../electron/main/departure.ts'

/** A window that does as it was told to when it is to close. */
function windowThat(onClose: (window: EventEmitter) => void): BrowserWindow {
  const window = new EventEmitter()
  return Object.assign(window, { close: () => onClose(window) }) as unknown as BrowserWindow
}

const closes = () => windowThat((window) => window.emit('closed'))

test('all windows close for an update', async () => {
  const departure = new Departure()
  expect(await departure.closeAll([closes(), closes()], 'update')).toBe(true)
  expect(departure.why).toBe('update')
})

test('a window that the user keeps ends it, and those after it are not asked', async () => {
  const departure = new Departure()
  let asked = 0
  const stays = windowThat(() => queueMicrotask(() => departure.stay()))
  const last = windowThat(() => (asked += 1))
  expect(await departure.closeAll([closes(), stays, last], 'update')).toBe(false)
  expect(departure.why).toBe('none')
  expect(asked).toBe(0)
})
