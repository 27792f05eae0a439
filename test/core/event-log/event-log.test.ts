import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventLogRun } from '../../../electron/contract/models/event-log.ts'
import { parseEntry } from '../../../electron/core/event-log/parse-entry.ts'
import { eventually } from '../../helpers/workspace-studio.ts'
import {
  addInstance,
  carryOut,
  openSyncStudio,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

const id = '1f9955d8-f984-42a1-ac45-b8518204f663'

function parse(message: string): EventLogRun {
  return parseEntry({ id: 7, insertInstant: 1_700_000_000_000, message, type: 'Error' })
}

describe('an entry', () => {
  test('gives heading, lambda and lines of one run', () => {
    expect(
      parse(`Lambda invocation result:\n\nId: ${id}\nName: Claims: all\n\nfirst\n\nId: not this\n`),
    ).toEqual({
      entry: 7,
      at: '2023-11-14T22:13:20.000Z',
      level: 'Error',
      heading: 'Lambda invocation result:',
      lambdaId: id,
      lambdaName: 'Claims: all',
      lines: ['first', '', 'Id: not this'],
    })
  })

  test('with other line ends and spaces is read alike', () => {
    const run = parse(
      `  Lambda invocation result:\r\n\r\n  Id:  ${id.toUpperCase()}\r\n  Name:\r\n\r\n one\r\n`,
    )
    expect(run).toMatchObject({ lambdaId: id, lambdaName: '', lines: [' one'] })
  })

  test.each(['', 'Something else happened\n\nat length', 'Id: none'])(
    'of another form keeps its lines: %j',
    (message) => {
      const run = parse(message)
      expect(run).toMatchObject({ lambdaId: null, lambdaName: null })
      expect([run.heading, ...run.lines].filter(Boolean).join()).toBe(
        message.split('\n').filter(Boolean).join(),
      )
    },
  )
})

describe('the log of an instance', () => {
  let faulty: FaultyInstance
  let studio: SyncStudio
  let slug: string

  beforeAll(async () => {
    faulty = await startFaultyInstance(81)
    studio = await openSyncStudio()
    await addInstance(studio, faulty.proxy.url, faulty.key('global'))
    await carryOut(studio.api, 'pull')
    slug = (await studio.api.lambdas.list()).lambdas[0]!.slug
  })
  afterAll(async () => {
    studio.close()
    await faulty.close()
  })

  test('is read for all lambdas, newest first, and for one', async () => {
    const all = await studio.api.eventLog.read('dev', { limit: 500 })
    expect(all.isPartial).toBe(false)
    expect(all.runs.map(({ at }) => at)).toEqual(
      all.runs
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const { ids } = await studio.api.lambdas.read(slug)
    const own = await studio.api.eventLog.read('dev', { slug })
    expect(own.runs.length).toBeGreaterThan(0)
    expect(own.runs).toEqual(all.runs.filter(({ lambdaId }) => lambdaId === ids['dev']))
  })

  test('is narrowed by level, text and time, and cut to the limit', async () => {
    const { runs } = await studio.api.eventLog.read('dev', { limit: 500 })
    const errors = await studio.api.eventLog.read('dev', { level: 'Error', limit: 500 })
    expect(errors.runs).toEqual(runs.filter(({ level }) => level === 'Error'))
    const byText = await studio.api.eventLog.read('dev', { text: 'TYPEERROR', limit: 500 })
    expect(byText.runs.length).toBeGreaterThan(0)
    expect(byText.runs).toEqual(runs.filter(({ lines }) => lines.join().includes('TypeError')))
    const middle = Date.parse(runs[3]!.at)
    const since = await studio.api.eventLog.read('dev', { since: middle, limit: 500 })
    expect(since.runs).toEqual(runs.filter(({ at }) => Date.parse(at) >= middle))
    expect(await studio.api.eventLog.read('dev', { limit: 2 })).toEqual({
      runs: runs.slice(0, 2),
      isPartial: true,
    })
  })

  test('has each entry once, also where others are logged while it is read', async () => {
    const entry = (number: number) => ({
      id: number,
      insertInstant: 1_700_000_000_000 + number,
      message: `Lambda invocation result:\n\nId: ${id}\nName: Mine\n\nline ${number}`,
      type: 'Information',
    })
    const eventLogs = Array.from({ length: 150 }, (_, index) => entry(150 - index))
    faulty.proxy.fault = ({ body }) => {
      const { startRow, numberOfResults } = (
        JSON.parse(body) as { search: { startRow: number; numberOfResults: number } }
      ).search
      const page = eventLogs.slice(startRow, startRow + numberOfResults)
      eventLogs.unshift(entry(eventLogs.length + 1))
      return { kind: 'answer', status: 200, body: JSON.stringify({ eventLogs: page }) }
    }
    const { runs } = await studio.api.eventLog.read('dev', { limit: 500 })
    faulty.proxy.reset()
    expect(runs.map((run) => run.entry)).toEqual(Array.from({ length: 150 }, (_, index) => 150 - index))
  })

  test('is followed: each new entry is told once, until that is cancelled', async () => {
    const entry = (number: number) => ({
      id: number,
      insertInstant: Date.now(),
      message: `Lambda invocation result:\n\nId: ${id}\nName: Mine\n\nline ${number}`,
      type: 'Information',
    })
    const eventLogs = [entry(9001)]
    faulty.proxy.fault = () => ({
      kind: 'answer',
      status: 200,
      body: JSON.stringify({ eventLogs, total: 1 }),
    })
    const told = () =>
      studio.events.flatMap(({ event, payload }) =>
        event === 'eventLog.entries' ? (payload as { runs: EventLogRun[] }).runs : [],
      )
    const { jobId } = await studio.api.eventLog.follow('dev', { since: 0 })
    await eventually(() => told().length === 1, 'the first entry is told')
    eventLogs.unshift(entry(9002))
    await eventually(() => told().length > 1, 'the second entry is told')
    expect(told().map(({ entry: number, lines }) => [number, lines])).toEqual([
      [9001, ['line 9001']],
      [9002, ['line 9002']],
    ])
    expect(await studio.api.jobs.cancel(jobId)).toBe(true)
    const isOver = async () =>
      (await studio.api.jobs.list()).find((job) => job.id === jobId)?.state === 'cancelled'
    await eventually(isOver, 'following ends')
    faulty.proxy.reset()
  })

  test('is followed in a rush too: none of many entries is left out', async () => {
    const eventLogs = Array.from({ length: 800 }, (_, index) => ({
      id: 20_000 - index,
      insertInstant: Date.now(),
      message: `Lambda invocation result:\n\nId: ${id}\nName: Mine\n\nline`,
      type: 'Information',
    }))
    faulty.proxy.fault = ({ body }) => {
      const { startRow, numberOfResults } = (
        JSON.parse(body) as { search: { startRow: number; numberOfResults: number } }
      ).search
      return {
        kind: 'answer',
        status: 200,
        body: JSON.stringify({ eventLogs: eventLogs.slice(startRow, startRow + numberOfResults) }),
      }
    }
    studio.events.length = 0
    const told = () =>
      studio.events.flatMap(({ event, payload }) =>
        event === 'eventLog.entries' ? (payload as { runs: EventLogRun[] }).runs : [],
      )
    const { jobId } = await studio.api.eventLog.follow('dev', { since: 0 })
    await eventually(() => told().length > 0, 'the entries are told')
    await studio.api.jobs.cancel(jobId)
    faulty.proxy.reset()
    expect(told().map(({ entry }) => entry)).toEqual(eventLogs.map((entry) => entry.id).toReversed())
  })

  test('is followed by what is there: the clock of the server may be another', async () => {
    const anHour = 3_600_000
    const entry = (number: number) => ({
      id: number,
      insertInstant: Date.now() - anHour + number,
      message: `Lambda invocation result:\n\nId: ${id}\nName: Mine\n\nline ${number}`,
      type: 'Information',
    })
    const eventLogs = [entry(1)]
    faulty.proxy.fault = () => ({
      kind: 'answer',
      status: 200,
      body: JSON.stringify({ eventLogs, total: eventLogs.length }),
    })
    studio.events.length = 0
    const told = () =>
      studio.events.flatMap(({ event, payload }) =>
        event === 'eventLog.entries' ? (payload as { runs: EventLogRun[] }).runs : [],
      )
    const before = faulty.proxy.requests.length
    const { jobId } = await studio.api.eventLog.follow('dev', {})
    // The newest, those of its instant, and the first look for news.
    await eventually(() => faulty.proxy.requests.length >= before + 3, 'following has begun')
    eventLogs.unshift(entry(2))
    await eventually(() => told().length > 0, 'the new entry is told')
    expect(told().map(({ entry: number }) => number)).toEqual([2])
    await studio.api.jobs.cancel(jobId)
    faulty.proxy.reset()
  })

  test('cannot be read for a lambda that is not on the instance', async () => {
    const { slug: own } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'Only here' })
    await expect(studio.api.eventLog.read('dev', { slug: own })).rejects.toMatchObject({
      code: 'not-on-instance',
    })
  })
})
