import { afterAll, describe, expect, test } from 'vitest'
import type { SandboxTask } from '../../electron/contract/models/sandbox.ts'
import { describeLambdaType } from '../../electron/core/catalogue/catalogue.ts'
import type { TaskEnd } from '../../electron/core/runs/order.ts'
import { taskOf } from '../../electron/core/runs/task.ts'
import { createPool, wordOf } from '../helpers/pool.ts'
import { requestOf } from '../helpers/studio.ts'

/** Does harm only when it is told to, so that all runs before it make it look harmless. */
const body = `let seen = 0
const acts = {
  none: () => undefined,
  much: () => 'x'.repeat(3e6),
  loop: () => { for (;;); },
  pattern: () => /^(a+)+$/.test('a'.repeat(40) + 'b'),
  objects: () => { const all = []; for (;;) all.push({ all }) },
  array: () => new Array(1e9).fill(0),
  growth: () => { const all = []; for (;;) all.push({ x: new Array(1000).fill(1) }) },
  split: () => 'x'.repeat(2 ** 29 - 30).split(''),
  throws: () => { throw new Error('thrown') },
  rejects: () => { Promise.reject(new Error('left')) },
}
function populate(jwt, user) { jwt.seen = typeof leftover + ++seen; leftover = 1; user.left = acts[user.id]() }`

function taskThat(act: string): SandboxTask {
  const limits = { timeMs: 300, memoryMb: 64 }
  const request = requestOf(body, { input: { jwt: {}, user: { id: act } }, limits })
  return taskOf(request, describeLambdaType('JWTPopulate'), 2021)
}

/** So many that the process takes to running them on its own thread. */
const harmless = Array.from({ length: 200 }, () => taskThat('none'))

/** How each act may end: what a limit stops in time, or the memory that it takes until then. */
const harms: readonly (readonly [act: string, ends: readonly string[]])[] = [
  ['loop', ['timed-out']],
  ['pattern', ['timed-out']],
  ['objects', ['out-of-memory', 'timed-out']],
  ['array', ['out-of-memory', 'timed-out', 'killed: time']],
  ['growth', ['out-of-memory', 'timed-out', 'killed: time']],
  ['split', ['out-of-memory']],
  ['throws', ['threw']],
  ['rejects', ['completed']],
]

describe('a run in the middle of a batch', () => {
  const pool = createPool({ size: 1, spares: 0 })
  afterAll(() => pool.close())

  test.each(harms)('that goes wrong by %s is told as such, and all others are well', async (act, words) => {
    const tasks = [...harmless, taskThat(act), ...harmless.slice(0, 20)]
    const ends: TaskEnd[] = []
    await pool.runMany(tasks, (end, index) => (ends[index] = end))
    expect(words).toContain(wordOf(ends[harmless.length]!))
    const others = ends.filter((_end, index) => index !== harmless.length)
    const seen = others.map((end) => end.kind === 'answered' && end.result.arguments)
    expect(seen).toEqual(others.map(() => ({ jwt: { seen: 'undefined1' }, user: { id: 'none' } })))
  })
})

describe('a run that follows the first of a body at once, whose answers take long to send,', () => {
  const pool = createPool({ size: 1, spares: 0 })
  afterAll(() => pool.close())

  test.each(harms)('and goes wrong by %s is told as such, and all others are well', async (act, words) => {
    const acts = ['much', 'much', 'much', act, ...new Array<string>(8).fill('much')]
    const ends: TaskEnd[] = []
    await pool.runMany(acts.map(taskThat), (end, index) => (ends[index] = end))
    expect(words).toContain(wordOf(ends[3]!))
    expect(ends.filter((_end, index) => index !== 3).map(wordOf)).toEqual(new Array(11).fill('completed'))
  })
})
