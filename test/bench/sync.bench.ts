import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { createLambda, listLambdas, readLambda } from '../../electron/core/instance/lambdas.ts'
import { mapInParallel } from '../../electron/core/files/map-in-parallel.ts'
import { writeNew } from '../../electron/core/workspace/atomic-write.ts'
import { connect } from '../helpers/instance.ts'
import {
  addInstance,
  apply,
  carryOut,
  openSyncStudio,
  orderOf,
  outcomesOf,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../helpers/sync-studio.ts'
import type { BenchRow } from './bench-row.ts'

/** Added to each answer, in milliseconds: an instance that is not next door. */
const delayMs = 50
const lambdas = 1000
const changed = 200

/** Measures status, pull and push against an instance whose every answer takes its time. */
export async function benchSync(): Promise<BenchRow[]> {
  const faulty = await startFaultyInstance(41)
  const studio = await openSyncStudio()
  try {
    await fill(faulty)
    await addInstance(studio, faulty.proxy.url, faulty.key('global'))
    faulty.proxy.delayMs = delayMs
    return [
      ...(await benchPull(faulty, studio)),
      ...(await benchStatus(faulty, studio)),
      ...(await benchPush(faulty, studio)),
    ]
  } finally {
    studio.close()
    await faulty.close()
    await rm(dirname(studio.folder), { recursive: true, force: true })
  }
}

function body(number: number, line = ''): string {
  const claims = Array.from(
    { length: 20 },
    (_, at) => `  jwt.claim${at} = user.data && user.data.value${at}\n`,
  )
  return `// ${number}\nfunction populate(jwt, user, registration) {\n${claims.join('')}}\n${line}`
}

async function fill({ demo, key }: FaultyInstance): Promise<void> {
  const instance = connect(demo.url, key('global'))
  const there = (await listLambdas(instance)).length
  await mapInParallel(
    Array.from({ length: lambdas - there }, (_, at) => at),
    10,
    (number) =>
      createLambda(instance, {
        id: randomUUID(),
        state: {
          name: `Bench ${number}`,
          type: 'JWTPopulate',
          engineType: 'GraalJS',
          debug: false,
          body: body(number),
        },
      }),
  )
}

/**
 * What a pull cannot avoid: reading the list to plan, and again before it writes; and the files, each flushed to the
 * disk, which here are written once more with nothing around it.
 */
async function benchPull(faulty: FaultyInstance, { api, folder }: SyncStudio): Promise<BenchRow[]> {
  const instance = connect(faulty.proxy.url, faulty.key('global'))
  await listLambdas(instance)
  const requestsMs = await timed(async () => {
    await listLambdas(instance)
    await listLambdas(instance)
  })
  faulty.proxy.requests.length = 0
  const pullMs = await timed(async () => expectDone(outcomesOf(await carryOut(api, 'pull')), lambdas))
  const requests = faulty.proxy.requests.length
  const writingMs = await writeOnceMore(folder)
  return [
    { name: 'sync: pull of 1,000 lambdas', value: pullMs, unit: 'ms' },
    { name: 'sync: pull of 1,000 lambdas, the requests alone', value: requestsMs, unit: 'ms' },
    { name: 'sync: pull of 1,000 lambdas, all but the requests', value: pullMs - requestsMs, unit: 'ms' },
    { name: 'sync: the same files written once more, each flushed', value: writingMs, unit: 'ms' },
    {
      name: 'sync: pull of 1,000 lambdas, to its requests and the writing of its files',
      value: pullMs / (requestsMs + writingMs),
      unit: 'times',
      limit: 1.5,
    },
    {
      name: 'sync: pull of 1,000 lambdas, requests to those it cannot avoid',
      value: requests / 2,
      unit: 'times',
      limit: 1.5,
    },
  ]
}

/** Writes what is in `lambdas` and `.studio/base` elsewhere, many at the same time. */
async function writeOnceMore(folder: string): Promise<number> {
  const copy = `${folder}-copy`
  const files = ['lambdas', join('.studio', 'base')]
    .flatMap((place) => readdirSync(join(folder, place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({
      folder: join(copy, relative(folder, parentPath)),
      name,
      text: readFileSync(join(parentPath, name)),
    }))
  return timed(async () => {
    for (const each of new Set(files.map((file) => file.folder))) mkdirSync(each, { recursive: true })
    await mapInParallel(files, 64, (file) => writeNew(join(file.folder, file.name), file.text))
  })
}

async function benchStatus({ proxy }: FaultyInstance, { api }: SyncStudio): Promise<BenchRow[]> {
  proxy.requests.length = 0
  const ms = await timed(() => api.sync.plan('dev'))
  return [
    { name: 'sync: status of 1,000 lambdas in step', value: ms, unit: 'ms' },
    {
      name: 'sync: status of 1,000 lambdas in step',
      value: proxy.requests.length,
      unit: 'requests',
      limit: 2,
    },
  ]
}

/** Lambdas that are pushed one after another to know what that costs. */
const sample = 20

async function benchPush({ proxy, key }: FaultyInstance, { api }: SyncStudio): Promise<BenchRow[]> {
  await changeSome(api, '// first\n')
  const pushMs = await timed(async () => expectDone(outcomesOf(await carryOut(api, 'push')), changed))
  await changeSome(api, '// second\n')
  const sequentialMs = ((await pushOneByOne(api)) / sample - (await requestMs(proxy.url, key))) * changed
  return [
    { name: 'sync: push of 200 changed lambdas', value: pushMs, unit: 'ms' },
    { name: 'sync: push of 200 changed lambdas, one after another', value: sequentialMs, unit: 'ms' },
    {
      name: 'sync: push of 200, of the time of one after another',
      value: pushMs / sequentialMs,
      unit: 'times',
      limit: 1 / 6,
    },
  ]
}

async function pushOneByOne(api: SyncStudio['api']): Promise<number> {
  const { entries } = await api.sync.plan('dev')
  const some = entries.filter(({ kind }) => kind === 'push').slice(0, sample)
  return timed(async () => {
    for (const entry of some) expectDone(outcomesOf(await apply(api, [orderOf(entry, 'push')])), 1)
  })
}

/** One request: each push by itself also reads back by itself, which many do together. */
async function requestMs(url: string, key: FaultyInstance['key']): Promise<number> {
  const instance = connect(url, key('global'))
  const all = await timed(async () => {
    for (let count = 0; count < sample; count++) await readLambda(instance, randomUUID())
  })
  return all / sample
}

async function changeSome(api: SyncStudio['api'], line: string): Promise<void> {
  const { lambdas: all } = await api.lambdas.list()
  const some = all.filter(({ name }) => name.startsWith('Bench')).slice(0, changed)
  for (const [number, { slug }] of some.entries()) await api.lambdas.save(slug, { body: body(number, line) })
}

function expectDone(outcomes: Record<string, number>, count: number): void {
  if (outcomes['done'] !== count) throw new Error(`Expected ${count} done, got ${JSON.stringify(outcomes)}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
