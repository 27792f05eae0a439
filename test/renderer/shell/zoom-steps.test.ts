import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingOf } from '../../../electron/contract/models/setting.ts'
import { nextZoom } from '../../../renderer/shell/zoom-steps.ts'

test('zooming in and out goes by steps, and from a value of the user’s own to the nearest one that way', () => {
  expect(nextZoom(100, 1)).toBe(110)
  expect(nextZoom(100, -1)).toBe(90)
  expect(nextZoom(130, 1)).toBe(150)
  expect(nextZoom(130, -1)).toBe(125)
})

test('a step stays within what the setting takes, and stops only at its ends', () => {
  const setting = settingOf('appearance.zoom')
  if (setting.kind !== 'amount') throw new TypeError('The zoom is an amount.')
  const { least, most } = setting
  fc.assert(
    fc.property(
      fc.integer({ min: least, max: most }),
      fc.constantFrom(1 as const, -1 as const),
      (from, by) => {
        const next = nextZoom(from, by)
        expect(next).toBeGreaterThanOrEqual(least)
        expect(next).toBeLessThanOrEqual(most)
        expect(Math.sign(next - from)).toBe(from === (by > 0 ? most : least) ? 0 : by)
      },
    ),
  )
})
