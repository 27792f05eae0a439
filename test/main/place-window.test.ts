import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeWindow, smallestWindow, type Rectangle } from '../../electron/main/place-window.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }

describe('the place of a window', () => {
  test('that never was is the middle of the main screen', () => {
    expect(placeWindow(null, [main, right]).bounds).toEqual({ x: 240, y: 103, width: 1440, height: 900 })
  })

  test('that never was is beside a window that is there', () => {
    const first = placeWindow(null, [main]).bounds
    const second = placeWindow(null, [main], [first]).bounds
    expect(second).toEqual({ ...first, x: first.x + 28, y: first.y + 28 })
  })

  test('that was kept is where it was, maximized as it was', () => {
    const kept = { bounds: { x: 2000, y: 100, width: 900, height: 700 }, isMaximized: true }
    expect(placeWindow(kept, [main, right])).toEqual(kept)
  })

  test('on a screen that is gone comes back on the main screen', () => {
    const kept = { bounds: { x: 2000, y: 100, width: 900, height: 700 }, isMaximized: false }
    expect(placeWindow(kept, [main]).bounds).toEqual({ x: 0, y: 25, width: 900, height: 700 })
  })

  test('half outside comes back whole', () => {
    const kept = { bounds: { x: -400, y: -300, width: 900, height: 700 }, isMaximized: false }
    expect(placeWindow(kept, [main]).bounds).toEqual({ x: 0, y: 25, width: 900, height: 700 })
  })

  test('larger than the screen is cut to it', () => {
    const kept = { bounds: { x: 0, y: 0, width: 5000, height: 4000 }, isMaximized: false }
    expect(placeWindow(kept, [right]).bounds).toEqual(right)
  })

  test('lies on one screen whole, whatever was kept and whatever screens there are', () => {
    const at = fc.integer({ min: -10_000, max: 10_000 })
    const bounds = fc.record({
      x: at,
      y: at,
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    })
    const screen = fc.record({
      x: at,
      y: at,
      width: fc.integer({ min: smallestWindow.width, max: 6000 }),
      height: fc.integer({ min: smallestWindow.height, max: 4000 }),
    })
    fc.assert(
      fc.property(
        bounds,
        fc.boolean(),
        screen,
        fc.array(screen, { maxLength: 3 }),
        (kept, isMaximized, first, more) => {
          const screens = [first, ...more] as const
          const placed = placeWindow({ bounds: kept, isMaximized }, screens)
          expect(screens.some((each) => isWithin(placed.bounds, each))).toBe(true)
          expect(placed.isMaximized).toBe(isMaximized)
        },
      ),
    )
  })
})

function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}
