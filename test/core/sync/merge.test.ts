import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LambdaState } from '../../../electron/contract/models/sync.ts'
import { mergeStates } from '../../../electron/core/sync/merge.ts'

const base: LambdaState = {
  name: 'Claims',
  type: 'JWTPopulate',
  engineType: 'GraalJS',
  debug: false,
  body: 'one\ntwo\nthree\nfour\nfive\n',
}

test('changes in different lines and parts come together', () => {
  const local = { ...base, body: base.body.replace('one', 'ONE') }
  const remote = { ...base, name: 'Renamed', body: base.body.replace('five\n', 'FIVE') }
  expect(mergeStates({ local, remote, base })).toEqual({
    kind: 'merged',
    state: { ...base, name: 'Renamed', body: 'ONE\ntwo\nthree\nfour\nFIVE' },
  })
})

test('changes of the same lines are left to choose, between what both sides agree on', () => {
  const local = { ...base, body: base.body.replace('three', 'mine') }
  const remote = { ...base, body: base.body.replace('three', 'theirs') }
  expect(mergeStates({ local, remote, base })).toEqual({
    kind: 'conflicts',
    regions: [
      { kind: 'agreed', text: 'one\ntwo\n' },
      { kind: 'conflict', local: 'mine\n', base: 'three\n', remote: 'theirs\n' },
      { kind: 'agreed', text: 'four\nfive\n' },
    ],
    fields: [],
  })
})

test('another name on both sides is left to choose', () => {
  const merged = mergeStates({ local: { ...base, name: 'A' }, remote: { ...base, name: 'B' }, base })
  expect(merged).toMatchObject({ kind: 'conflicts', fields: ['name'] })
})

test('without a base everything that differs is left to choose', () => {
  expect(mergeStates({ local: base, remote: { ...base, body: 'x' }, base: null })).toMatchObject({
    kind: 'conflicts',
    regions: [{ local: base.body, base: '', remote: 'x' }],
  })
})

describe('lines that are repeated very often', () => {
  const rows = '},\n'.repeat(10_000)

  test('keep nobody waiting: what lies between the changes is left to choose', () => {
    const outcome = mergeStates({
      local: { ...base, body: `one\nmine\n${rows}mine\nend` },
      remote: { ...base, body: `one\ntheirs\n${rows}theirs\nend` },
      base: { ...base, body: `one\n${rows}end` },
    })
    expect(outcome).toEqual({
      kind: 'conflicts',
      regions: [
        { kind: 'agreed', text: 'one\n' },
        {
          kind: 'conflict',
          local: `mine\n${rows}mine\n`,
          base: rows,
          remote: `theirs\n${rows}theirs\n`,
          tooLarge: true,
        },
        { kind: 'agreed', text: 'end' },
      ],
      fields: [],
    })
  })

  test('are merged where one side changed nothing between, or both changed one place', () => {
    const state = (body: string): LambdaState => ({ ...base, body })
    const mine = state(`${rows}mine\n`)
    expect(mergeStates({ local: mine, remote: state(rows), base: state(rows) })).toEqual({
      kind: 'merged',
      state: mine,
    })
    const both = mergeStates({ local: mine, remote: state(`${rows}theirs\n`), base: state(rows) })
    expect(both).toMatchObject({
      regions: [{ text: rows }, { local: 'mine\n', base: '', remote: 'theirs\n' }],
    })
  })
})

describe('a long text whose lines all differ', () => {
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}\n`)
  const body = (lines: readonly string[]): LambdaState => ({ ...base, body: lines.join('') })

  test('is merged line by line up to a size, and beyond it is told to be too large', () => {
    const few = numbers(10_000)
    const sides = (lines: readonly string[]) => ({
      local: body(['mine\n', ...lines.slice(1)]),
      remote: body([...lines.slice(0, -1), 'theirs\n']),
      base: body(lines),
    })
    expect(mergeStates(sides(few))).toEqual({
      kind: 'merged',
      state: body(['mine\n', ...few.slice(1, -1), 'theirs\n']),
    })
    const { local, remote, base: before } = sides(numbers(50_000))
    expect(mergeStates({ local, remote, base: before })).toEqual({
      kind: 'conflicts',
      regions: [
        { kind: 'conflict', local: local.body, base: before.body, remote: remote.body, tooLarge: true },
      ],
      fields: [],
    })
  })
})

describe('whatever the texts', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 8 })
    .map((lines) => lines.join(''))

  test('a side that did not change takes over the other, byte for byte', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = { ...base, body: after }
        const same = { ...base, body: before }
        const expected = { kind: 'merged', state: changed }
        expect(mergeStates({ local: changed, remote: same, base: same })).toEqual(expected)
        expect(mergeStates({ local: same, remote: changed, base: same })).toEqual(expected)
      }),
    ))

  test('what is left to choose differs between the sides', () =>
    fc.assert(
      fc.property(text, text, text, (origin, mine, theirs) => {
        const outcome = mergeStates({
          local: { ...base, body: mine },
          remote: { ...base, body: theirs },
          base: { ...base, body: origin },
        })
        if (outcome.kind === 'merged') return
        const conflicts = outcome.regions.filter((region) => region.kind === 'conflict')
        expect(conflicts.length).toBeGreaterThan(0)
        for (const { local, remote } of conflicts) expect(local).not.toBe(remote)
      }),
    ))
})
