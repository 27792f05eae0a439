import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planTests, type CaseKey } from '../../../electron/core/cases/plan-tests.ts'

const placed = (lambda: string, name: string): CaseKey => ({ lambda, case: name })
const namesOf = (cases: readonly CaseKey[]) => cases.map((each) => `${each.lambda}/${each.case}`)

test('only what is asked for is chosen', () => {
  const all = [placed('a', 'x'), placed('a', 'y'), placed('b', 'x')]
  expect(namesOf(planTests(all, { slugs: ['a'] }, null))).toEqual(['a/x', 'a/y'])
  expect(namesOf(planTests(all, { cases: [{ lambda: 'a', case: 'y' }] }, null))).toEqual(['a/y'])
  expect(namesOf(planTests(all, {}, [{ lambda: 'b', case: 'x' }]))).toEqual(['b/x'])
})

test('shards hold every case once and are alike in size, in whatever order the cases were read', () => {
  const cases = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
    selector: (each) => JSON.stringify(each),
  })
  fc.assert(
    fc.property(
      cases,
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.nat()),
      (names, count, order) => {
        const all = names.map(([lambda, name]) => placed(lambda, name))
        const shards = Array.from({ length: count }, (_, at) => {
          const shuffled = all.toSorted(() => (order.next().value % 2 === 0 ? 1 : -1))
          return planTests(shuffled, { shard: { index: at + 1, count } }, null)
        })
        expect(namesOf(shards.flat()).toSorted()).toEqual(namesOf(all).toSorted())
        const sizes = shards.map(({ length }) => length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      },
    ),
  )
})
