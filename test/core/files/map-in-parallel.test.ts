import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapInParallel } from '../../../electron/core/files/map-in-parallel.ts'

test('the results are in the order of the list, with no more under way than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 6 }), async (turns, limit) => {
      let underWay = 0
      const results = await mapInParallel(turns, limit, async (count) => {
        expect(++underWay).toBeLessThanOrEqual(limit)
        for (let turn = 0; turn < count; turn++) await nextTurn()
        underWay--
        return count * 2
      })
      expect(results).toEqual(turns.map((count) => count * 2))
    }),
  )
})

test('after a failure nothing is begun, and what was begun has ended', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = async (item: number): Promise<void> => {
    begun.push(item)
    await nextTurn()
    if (item === 1) throw new Error('the second')
    await nextTurn()
    ended.push(item)
  }
  await expect(mapInParallel([0, 1, 2, 3, 4, 5], 3, work)).rejects.toThrow('the second')
  expect([begun, ended]).toEqual([
    [0, 1, 2],
    [0, 2],
  ])
})
