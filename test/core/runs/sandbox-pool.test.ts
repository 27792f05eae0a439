import { afterEach, describe, expect, test, vi } from 'vitest'
import type { TaskEnd } from '../../../electron/core/runs/order.ts'
import type { PoolOptions, SandboxPool } from '../../../electron/core/runs/sandbox-pool.ts'
import { createPool, taskWith, wordOf } from '../../helpers/pool.ts'
import { sandboxPids } from '../../helpers/sandbox-pids.ts'
import { launcher } from '../../helpers/studio.ts'

const pools: SandboxPool[] = []

function open(options: Partial<PoolOptions> = {}): SandboxPool {
  const pool = createPool(options)
  pools.push(pool)
  return pool
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
})

const good = taskWith('jwt.done = true')
const endless = taskWith('for (;;);', { limits: { timeMs: 60_000 } })
const brief = taskWith('for (;;);', { limits: { timeMs: 100 } })
/** V8 aborts the whole process. */
const fatal = taskWith('"x".repeat(2 ** 29 - 30).split("")', { limits: { timeMs: 5000 } })

async function runAll(pool: SandboxPool, tasks: Parameters<SandboxPool['runMany']>[0], signal?: AbortSignal) {
  const ends: string[] = []
  await pool.runMany(tasks, (end, index) => (ends[index] = wordOf(end)), signal)
  return ends
}

describe('one run', () => {
  test('is answered', async () => {
    const end = await open().run(good)
    expect(end).toMatchObject({
      kind: 'answered',
      result: { end: 'completed', arguments: { jwt: { done: true } } },
    })
  })

  test('that loses its process does not keep the next from being answered', async () => {
    const pool = open()
    expect(wordOf(await pool.run(fatal))).toBe('out-of-memory')
    expect(wordOf(await pool.run(good))).toBe('completed')
  })

  test('that V8 cannot stop is ended, and says how long it took', async () => {
    const pool = open()
    const end = await pool.run(
      taskWith('new Array(1e9).fill(0)', { limits: { timeMs: 200, memoryMb: 1024 } }),
    )
    const elapsed =
      end.kind === 'answered' ? end.result.durationMs : end.kind === 'killed' ? end.elapsedMs : 0
    expect(elapsed).toBeGreaterThanOrEqual(200)
    expect(wordOf(await pool.run(good))).toBe('completed')
  })
})

describe('cancel', () => {
  test('ends a run that is under way', async () => {
    const pool = open()
    await pool.run(good)
    const run = pool.run(endless, 'mine')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(pool.cancel('mine')).toBe(true)
    expect(await run).toMatchObject({ kind: 'killed', why: 'cancelled' })
    expect(pool.cancel('mine')).toBe(false)
    expect(wordOf(await pool.run(good))).toBe('completed')
  })

  test('ends a run before any process has come up', async () => {
    const pool = open()
    const run = pool.run(endless, 'mine')
    expect(pool.cancel('mine')).toBe(true)
    expect(wordOf(await run)).toBe('killed: cancelled')
  })

  test('ends a run that waits for another, and leaves that one alone', async () => {
    const pool = open()
    await pool.run(good)
    const first = pool.run(
      taskWith('for (let i = 0; i < 1e8; i++); jwt.done = true', { limits: { timeMs: 20_000 } }),
      'first',
    )
    const second = pool.run(endless, 'second')
    expect(pool.cancel('second')).toBe(true)
    expect(wordOf(await second)).toBe('killed: cancelled')
    expect(wordOf(await first)).toBe('completed')
  })

  test('of a name that is not running does nothing', () => {
    expect(open().cancel('nobody')).toBe(false)
  })

  test('of a name that two runs share ends the later', async () => {
    const pool = open({ size: 2 })
    const first = pool.run(good, 'same')
    const second = pool.run(endless, 'same')
    expect(pool.cancel('same')).toBe(true)
    expect([wordOf(await first), wordOf(await second)]).toEqual(['completed', 'killed: cancelled'])
  })
})

describe('close', () => {
  test('ends runs under way and runs that wait', async () => {
    const pool = open()
    await pool.run(good)
    const runs = [pool.run(endless), pool.run(endless), pool.run(good)]
    pool.close()
    expect((await Promise.all(runs)).map(wordOf)).toEqual([
      'killed: closed',
      'killed: closed',
      'killed: closed',
    ])
  })

  test('lets no further run start', async () => {
    const pool = open()
    pool.close()
    await expect(pool.run(good)).rejects.toMatchObject({ code: 'studio-closed' })
    await expect(pool.runMany([good], () => undefined)).rejects.toMatchObject({ code: 'studio-closed' })
  })

  test('ends the processes', async () => {
    const pool = open()
    const end = (await pool.run(good)) as TaskEnd & { kind: 'answered' }
    expect(end.kind).toBe('answered')
    pool.close()
    pool.close()
    await expect(pool.run(good)).rejects.toMatchObject({ code: 'studio-closed' })
  })
})

describe('a lost process', () => {
  test('that had run others is not held against the run: another process tries again', async () => {
    const pool = open({ spares: 0 })
    await pool.run(good)
    const [first] = sandboxPids()
    const run = pool.run(
      taskWith('for (let i = 0; i < 3e7; i++); jwt.done = true', { limits: { timeMs: 20_000 } }),
    )
    process.kill(first!, 'SIGKILL')
    expect(wordOf(await run)).toBe('completed')
  })

  test('a run that loses two processes has crashed', async () => {
    const states: string[] = []
    const pool = open({ spares: 0, onChange: (state) => states.push(state) })
    await pool.run(good)
    const run = pool.run(endless)
    process.kill(sandboxPids()[0]!, 'SIGKILL')
    await vi.waitUntil(() => states.includes('ready'), 10_000)
    process.kill(sandboxPids()[0]!, 'SIGKILL')
    expect(await run).toMatchObject({ kind: 'died', outOfMemory: false })
  })

  test('is told, and so is that another is ready', async () => {
    const states: string[] = []
    const pool = open({ onChange: (state, restarts) => states.push(`${state} ${restarts}`) })
    await pool.run(fatal)
    await vi.waitUntil(() => states.length === 2, 10_000)
    await pool.run(fatal)
    await vi.waitUntil(() => states.length === 4, 10_000)
    expect(states).toEqual(['restarting 1', 'ready 1', 'restarting 2', 'ready 2'])
  })
})

describe('a process that cannot be started', () => {
  test.each([
    ['without an executable', { ...launcher, executable: '/nowhere/node' }],
    ['without its code', { ...launcher, entry: '/nowhere/main.ts' }],
    ['that may not read its packages', { ...launcher, readable: launcher.readable.slice(0, 1) }],
  ])('%s: every run is told', async (_name, broken) => {
    const pool = open({ launcher: broken })
    const ends = await Promise.all([pool.run(good), pool.run(good, 'named')])
    expect(ends.map(wordOf)).toEqual(['unavailable', 'unavailable'])
    expect(await runAll(pool, [good, good])).toEqual(['unavailable', 'unavailable'])
    expect(ends[0]).toMatchObject({ complaint: expect.stringMatching(/.+/) as string })
  })
})

describe('many runs', () => {
  test('of none is done at once', async () => {
    expect(await runAll(open(), [])).toEqual([])
  })

  test('give each its own end, at its own index', async () => {
    const tasks = Array.from({ length: 100 }, (_, index) =>
      taskWith(`jwt.index = ${index % 7} + user.at`, {
        input: { jwt: {}, user: { at: index }, registration: {} },
      }),
    )
    const seen: unknown[] = []
    await open({ size: 3 }).runMany(tasks, (end, index) => {
      seen[index] = end.kind === 'answered' && end.result.arguments?.['jwt']
    })
    expect(seen).toEqual(tasks.map((_, index) => ({ index: (index % 7) + index })))
  })

  test('a body that is ended fails alone', async () => {
    const tasks = Array.from({ length: 40 }, (_, index) => (index % 10 === 3 ? brief : good))
    const ends = await runAll(open({ size: 2 }), tasks)
    expect(ends).toEqual(tasks.map((task) => (task === brief ? 'timed-out' : 'completed')))
  })

  test('a body that takes its process with it fails alone', async () => {
    const tasks = [good, good, fatal, good, good, fatal, good]
    const ends = await runAll(open({ size: 2 }), tasks)
    expect(ends).toEqual([
      'completed',
      'completed',
      'out-of-memory',
      'completed',
      'completed',
      'out-of-memory',
      'completed',
    ])
  })

  test('a signal ends those that are left, and only those', async () => {
    const control = new AbortController()
    const pool = open({ size: 2 })
    const ends: string[] = []
    await pool.runMany(
      [good, good, endless, endless, endless, good],
      (end, index) => {
        ends[index] = wordOf(end)
        if (ends.filter((word) => word === 'completed').length === 3) setTimeout(() => control.abort(), 50)
      },
      control.signal,
    )
    expect(ends).toEqual([
      'completed',
      'completed',
      ...new Array<string>(3).fill('killed: cancelled'),
      'completed',
    ])
    expect(wordOf(await pool.run(good))).toBe('completed')
  })

  test('a signal that was given before ends all', async () => {
    const ends = await runAll(open(), [good, good], AbortSignal.abort())
    expect(ends).toEqual(['killed: cancelled', 'killed: cancelled'])
  })

  test('a single run does not wait for a batch', async () => {
    const pool = open({ size: 1 })
    const slow = taskWith('for (let i = 0; i < 2e7; i++); jwt.done = true', { limits: { timeMs: 20_000 } })
    let ended = 0
    const batch = pool.runMany(new Array(20).fill(slow) as never, () => ended++)
    await pool.run(good)
    expect(ended).toBeLessThan(20)
    await batch
    expect(ended).toBe(20)
  })

  test.each([0, 1])(
    'a single run of later does not wait for the rest of a batch, with %s spares',
    async (spares) => {
      const pool = open({ size: 2, spares })
      await pool.run(good)
      let ended = 0
      const { promise: isUnderWay, resolve } = Promise.withResolvers<undefined>()
      const batch = pool.runMany(new Array(1500).fill(taskWith('jwt.done = true')) as never, () => {
        if (++ended === 100) resolve(undefined)
      })
      await isUnderWay
      await pool.run(good)
      expect(ended).toBeLessThan(1000)
      await batch
      expect(ended).toBe(1500)
    },
  )

  test('what a listener throws comes out, after all have ended', async () => {
    const pool = open()
    let ended = 0
    const batch = pool.runMany([good, good, good], () => {
      if (++ended === 1) throw new Error('mine')
    })
    await expect(batch).rejects.toThrow('mine')
    expect(wordOf(await pool.run(good))).toBe('completed')
  })
})
