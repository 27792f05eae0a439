import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LambdaState } from '../../../electron/contract/models/sync.ts'
import {
  planSync,
  type KnownLambda,
  type LocalLambda,
  type PlanInput,
} from '../../../electron/core/sync/plan.ts'
import { withWords } from '../../../electron/core/sync/plan-words.ts'
import { versioned } from '../../../electron/core/sync/state.ts'

const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`)
const [idA, idB] = ids as [string, string]

function state(change: Partial<LambdaState> = {}): LambdaState {
  return { name: 'Claims', type: 'JWTPopulate', engineType: 'GraalJS', debug: false, body: '1', ...change }
}

const local = (slug: string, id: string | null, change: Partial<LambdaState> = {}): LocalLambda => ({
  slug,
  id,
  ...versioned(state(change)),
})
const there = (id: string, change: Partial<LambdaState> = {}): KnownLambda => ({
  id,
  ...versioned(state(change)),
})

function plan(input: Partial<PlanInput>) {
  const isKnownType = (type: string): boolean => type === 'JWTPopulate'
  return planSync({ locals: [], remotes: [], bases: [], unreadable: [], isKnownType, ...input })
}

describe('one lambda', () => {
  test.each<[string, string, string, Partial<PlanInput>]>([
    [
      'same',
      'in-step',
      'is equal everywhere',
      { locals: [local('x', idA)], remotes: [there(idA)], bases: [there(idA)] },
    ],
    ['same', 'equal-without-base', 'has no base', { locals: [local('x', idA)], remotes: [there(idA)] }],
    ['same', 'equal-by-name', 'has no id', { locals: [local('x', null)], remotes: [there(idA)] }],
    [
      'push',
      'changed-here',
      'changed here',
      { locals: [local('x', idA, { body: '2' })], remotes: [there(idA)], bases: [there(idA)] },
    ],
    [
      'push',
      'renamed-here',
      'is renamed here',
      { locals: [local('x', idA, { name: 'N' })], remotes: [there(idA)], bases: [there(idA)] },
    ],
    [
      'pull',
      'changed-there',
      'changed there',
      { locals: [local('x', idA)], remotes: [there(idA, { debug: true })], bases: [there(idA)] },
    ],
    [
      'pull',
      'renamed-there',
      'is renamed there',
      { locals: [local('x', idA)], remotes: [there(idA, { name: 'N' })], bases: [there(idA)] },
    ],
    ['create-remote', 'only-here', 'is only here', { locals: [local('x', null)] }],
    ['create-remote', 'only-here', 'has an id that is not there', { locals: [local('x', idA)] }],
    [
      'create-remote',
      'unknown-type',
      'is of an unknown type',
      { locals: [local('x', null, { type: 'New' })] },
    ],
    ['create-local', 'only-there', 'is only there', { remotes: [there(idA)] }],
    [
      'create-local',
      'unknown-type',
      'is of an unknown type there',
      { remotes: [there(idA, { type: 'New' })] },
    ],
    [
      'delete-local',
      'deleted-there',
      'was deleted there',
      { locals: [local('x', idA)], bases: [there(idA)] },
    ],
    ['delete-remote', 'deleted-here', 'was deleted here', { remotes: [there(idA)], bases: [there(idA)] }],
    [
      'conflict',
      'changed-on-both-sides',
      'changed on both sides',
      {
        locals: [local('x', idA, { body: '2' })],
        remotes: [there(idA, { body: '3' })],
        bases: [there(idA)],
      },
    ],
    [
      'conflict',
      'differs-without-base',
      'differs and has no base',
      { locals: [local('x', idA, { body: '2' })], remotes: [there(idA)] },
    ],
    [
      'conflict',
      'id-taken',
      'has the id of another',
      { locals: [local('x', idA, { body: '2', name: 'N' })], remotes: [there(idA)] },
    ],
    [
      'conflict',
      'name-taken',
      'has no id and another text',
      { locals: [local('x', null, { body: '2' })], remotes: [there(idA)] },
    ],
    [
      'conflict',
      'name-ambiguous',
      'has two namesakes there',
      { locals: [local('x', null)], remotes: [there(idA), there(idB)] },
    ],
    [
      'conflict',
      'deleted-there-changed-here',
      'was deleted there and changed here',
      { locals: [local('x', idA, { body: '2' })], bases: [there(idA)] },
    ],
    [
      'conflict',
      'deleted-here-changed-there',
      'was deleted here and changed there',
      { remotes: [there(idA, { body: '2' })], bases: [there(idA)] },
    ],
    [
      'conflict',
      'type-differs',
      'has another type here',
      { locals: [local('x', idA, { type: 'Other' })], remotes: [there(idA)], bases: [there(idA)] },
    ],
    ['conflict', 'unreadable-here', 'cannot be read', { remotes: [there(idA)], unreadable: [idA] }],
    [
      'conflict',
      'unreadable-here',
      'may be one that cannot be read',
      { remotes: [there(idA)], bases: [there(idA)], unreadable: [null] },
    ],
  ])('%s, %s: it %s', (kind, reason, _what, input) => {
    const entries = plan(input)
    expect(entries).toMatchObject([{ kind, reason }])
    expect(withWords(entries[0]!, 'Dev').message).toMatch(/^[A-Z].*\.$/)
  })
})

test('lambdas that share an id are all conflicts, and their lambda there is not told again', () => {
  const entries = plan({ locals: [local('x', idA), local('y', idA)], remotes: [there(idA)] })
  expect(entries.map(({ slug, kind, reason }) => [slug, kind, reason])).toEqual([
    ['x', 'conflict', 'id-shared'],
    ['y', 'conflict', 'id-shared'],
  ])
})

const anyState = fc.record({
  name: fc.constantFrom('One', 'Two'),
  type: fc.constantFrom('JWTPopulate', 'LoginValidation', 'New'),
  engineType: fc.constantFrom('GraalJS' as const, 'Nashorn' as const),
  debug: fc.boolean(),
  body: fc.constantFrom('1', '2', '3'),
})
const anyKnown = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), state: anyState }), {
  selector: ({ id }) => id,
  maxLength: 5,
})
const anyInput = fc.record({
  locals: fc.uniqueArray(
    fc.record({
      slug: fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z'),
      id: fc.option(fc.constantFrom(...ids)),
      state: anyState,
    }),
    { selector: ({ slug }) => slug, maxLength: 6 },
  ),
  remotes: anyKnown,
  bases: anyKnown,
  unreadable: fc.array(fc.option(fc.constantFrom(...ids)), { maxLength: 1 }),
})

function inputOf({
  locals,
  remotes,
  bases,
  unreadable,
}: typeof anyInput extends fc.Arbitrary<infer T> ? T : never) {
  const known = ({ id, state: each }: { id: string; state: LambdaState }) => ({ id, ...versioned(each) })
  return {
    locals: locals.map(({ slug, id, state: each }) => ({ slug, id, ...versioned(each) })),
    remotes: remotes.map(known),
    bases: bases.map(known),
    unreadable,
  }
}

describe('whatever both sides hold', () => {
  const check = (
    holds: (input: ReturnType<typeof inputOf>, entries: ReturnType<typeof plan>) => void,
  ): void =>
    fc.assert(
      fc.property(anyInput, (given) => {
        const input = inputOf(given)
        holds(input, plan(input))
      }),
      { numRuns: 2000 },
    )

  test('a remote change that nobody has seen is never written over or deleted', () =>
    check(({ remotes, bases }, entries) => {
      for (const { kind, id, seen } of entries) {
        const remote = remotes.find((each) => each.id === id)
        if (kind === 'create-remote') expect(remote).toBeUndefined()
        if (kind !== 'push' && kind !== 'delete-remote') continue
        expect(remote?.revision).toBe(bases.find((each) => each.id === id)?.revision)
        expect(seen.remote).toBe(remote?.revision)
      }
    }))

  test('a local change that was not pushed is never written over or deleted', () =>
    check(({ locals, bases }, entries) => {
      for (const { kind, slug, id, seen } of entries) {
        const own = locals.find((each) => each.slug === slug)
        if (kind === 'create-local') expect(own).toBeUndefined()
        if (kind !== 'pull' && kind !== 'delete-local') continue
        expect(own?.revision).toBe(bases.find((each) => each.id === id)?.revision)
        expect(seen.local).toBe(own?.revision)
      }
    }))

  test('every local lambda has one entry, and every remote one is accounted for', () =>
    check(({ locals, remotes }, entries) => {
      expect(entries.flatMap(({ slug }) => slug ?? []).toSorted()).toEqual(
        locals.map(({ slug }) => slug).toSorted(),
      )
      for (const { id, state: each } of remotes) {
        const namesakes = entries.filter(
          ({ reason, name, type }) => reason === 'name-ambiguous' && name === each.name && type === each.type,
        )
        expect(entries.filter((entry) => entry.id === id).length + namesakes.length).toBeGreaterThan(0)
      }
    }))

  test('what is the same kind for everybody is the same plan twice', () =>
    check((input, entries) => expect(plan(input)).toEqual(entries)))

  test('after everything but conflicts and deletions is carried out, it is in step', () =>
    check((input, entries) => {
      const after = carriedOut(input, entries)
      const wasDone = new Set(
        entries
          .filter(({ kind }) => kind !== 'conflict' && !kind.startsWith('delete'))
          .map(({ slug, name }) => slug ?? name),
      )
      for (const entry of plan(after)) {
        if (wasDone.has(entry.slug ?? '')) expect(entry).toMatchObject({ kind: 'same', reason: 'in-step' })
      }
    }))
})

/** What carrying out would leave, in the terms of a plan. */
function carriedOut(input: ReturnType<typeof inputOf>, entries: ReturnType<typeof plan>) {
  const locals = new Map<string, LocalLambda>(input.locals.map((each) => [each.slug, each]))
  const remotes = new Map(input.remotes.map((each) => [each.id, each]))
  const bases = new Map(input.bases.map((each) => [each.id, each]))
  let fresh = 0
  for (const { kind, slug, id } of entries) {
    const own = locals.get(slug ?? '')
    const other = remotes.get(id ?? '')
    if (kind === 'push' || kind === 'create-remote' || kind === 'same') {
      const nextId = id ?? `${String(++fresh).padStart(8, '0')}-1111-4000-8000-000000000000`
      locals.set(own!.slug, { ...own!, id: nextId })
      remotes.set(nextId, { ...own!, id: nextId })
      bases.set(nextId, { ...own!, id: nextId })
    }
    if (kind === 'pull' || kind === 'create-local') {
      const nextSlug = slug ?? `new-${id}`
      locals.set(nextSlug, { ...other!, slug: nextSlug, id: other!.id })
      bases.set(other!.id, other!)
    }
  }
  return {
    ...input,
    locals: [...locals.values()],
    remotes: [...remotes.values()],
    bases: [...bases.values()],
  }
}
