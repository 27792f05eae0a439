import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LambdaState } from '../../../electron/contract/models/sync.ts'
import { createLambda, readLambda, replaceLambda } from '../../../electron/core/instance/lambdas.ts'
import { writeRemote } from '../../../electron/core/sync/write-remote.ts'
import type { SeenRequest } from '../../helpers/fault-proxy.ts'
import { connect, quickTiming } from '../../helpers/instance.ts'
import { startFaultyInstance, type FaultyInstance } from '../../helpers/sync-studio.ts'
import { eventually } from '../../helpers/workspace-studio.ts'

let faulty: FaultyInstance

beforeAll(async () => (faulty = await startFaultyInstance(71)))
beforeEach(() => faulty.proxy.reset())
afterAll(() => faulty.close())

const state = (text: string): LambdaState => ({
  name: 'Late',
  type: 'JWTPopulate',
  engineType: 'GraalJS',
  debug: false,
  body: `function populate(jwt, user, registration) {} // ${text}\n`,
})
const before = state('before')
const next = state('next')
const ours = () =>
  connect(faulty.proxy.url, faulty.key('global'), { timing: { ...quickTiming, answerMs: 300, retries: 0 } })
const theirs = () => connect(faulty.demo.url, faulty.key('global'))
const isWrite = ({ method }: SeenRequest): boolean => method !== 'GET'
const writes = () => faulty.proxy.requests.filter(isWrite)

/** Breaks the first write. */
function breakFirst(fault: { readonly kind: 'slow' | 'slow-answer'; readonly ms: number }): void {
  let count = 0
  faulty.proxy.fault = (request) => (isWrite(request) && count++ === 0 ? fault : undefined)
}

describe.each([
  ['created', null],
  ['changed', before],
] as const)('a lambda that is %s', (_how, seen) => {
  async function there(): Promise<string> {
    const id = randomUUID()
    if (seen) await createLambda(theirs(), { id, state: seen })
    return id
  }

  test('is written once where the answer comes too late', async () => {
    const id = await there()
    breakFirst({ kind: 'slow-answer', ms: 1000 })
    expect(await writeRemote(ours(), { id, seen, next })).toBe('written')
    expect(writes()).toHaveLength(1)
    expect((await readLambda(theirs(), id))?.state).toEqual(next)
  })

  test('is tried again where the request comes late, which then writes over nothing', async () => {
    const id = await there()
    breakFirst({ kind: 'slow', ms: 1000 })
    expect(await writeRemote(ours(), { id, seen, next })).toBe('written')
    // Somebody else goes on from there before the late request comes.
    const later = state('later')
    await replaceLambda(theirs(), { id, state: later })
    await eventually(() => faulty.proxy.answered.filter(isWrite).length === 2, 'the late request comes')
    expect((await readLambda(theirs(), id))?.state).toEqual(later)
  })
})

test('a PUT is sent only where the other way was refused', async () => {
  const id = randomUUID()
  await createLambda(theirs(), { id, state: before })
  let count = 0
  faulty.proxy.fault = (request) =>
    isWrite(request) && count++ === 0 ? { kind: 'answer', status: 415 } : undefined
  expect(await writeRemote(ours(), { id, seen: before, next })).toBe('written')
  expect(writes().map(({ method }) => method)).toEqual(['PATCH', 'PUT'])
  faulty.proxy.reset()
  count = 0
  faulty.proxy.fault = (request) => (isWrite(request) && count++ === 0 ? { kind: 'drop' } : undefined)
  expect(await writeRemote(ours(), { id, seen: next, next: before })).toBe('written')
  expect(writes().map(({ method }) => method)).toEqual(['PATCH', 'PATCH'])
})
