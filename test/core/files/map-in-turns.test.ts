import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapInTurns } from '../../../electron/core/files/map-in-turns.ts'

test('the results are in the order of the list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), async (list) => {
      expect(await mapInTurns(list, (item) => item * 2)).toEqual(list.map((item) => item * 2))
    }),
  )
})

test('others have their turn while the list is long', async () => {
  let turns = 0
  const others = setInterval(() => turns++, 1)
  await mapInTurns(Array.from({ length: 30 }), () => {
    for (const until = performance.now() + 4; performance.now() < until;);
  })
  clearInterval(others)
  expect(turns).toBeGreaterThan(5)
})

test('what the work throws is thrown, and the rest is left', async () => {
  const seen: number[] = []
  const work = (item: number): void => {
    seen.push(item)
    if (item === 2) throw new Error('the second')
  }
  await expect(mapInTurns([1, 2, 3], work)).rejects.toThrow('the second')
  expect(seen).toEqual([1, 2])
})
