import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapInParallel } from '../../../electron/core/files/map-in-parallel.ts'
import { createLambda, listLambdas } from '../../../electron/core/instance/lambdas.ts'
import { connect } from '../../helpers/instance.ts'
import {
  addInstance,
  carryOut,
  kindsOf,
  openSyncStudio,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

const lambdas = 400
const rounds = 4
const cli = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

let faulty: FaultyInstance
let bodies: ReadonlyMap<string, string>

beforeAll(async () => {
  faulty = await startFaultyInstance(43)
  const instance = connect(faulty.demo.url, faulty.key('global'))
  await mapInParallel([...Array(lambdas).keys()], 10, (number) => {
    const id = `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    const body = `function populate(jwt) {\n  jwt.number = ${number}\n}\n${'// filling\n'.repeat(300)}`
    const fields = { type: 'JWTPopulate', engineType: 'GraalJS', debug: false } as const
    return createLambda(instance, { id, state: { ...fields, name: `Pulled ${number}`, body } })
  })
  bodies = new Map((await listLambdas(instance)).map(({ id, state }) => [id, state.body]))
})
afterAll(() => faulty.close())

/** The folders of lambdas that are there. */
function slugsIn(folder: string): readonly string[] {
  const place = join(folder, 'lambdas')
  return existsSync(place) ? readdirSync(place).filter((name) => !name.startsWith('.')) : []
}

/** Pulls with the command line, and kills it once so many lambdas are there. */
async function pullUntil({ folder, credentialsFile }: SyncStudio, count: number): Promise<void> {
  const env = {
    ...process.env,
    FUSIONAUTH_API_KEY: faulty.key('global'),
    XDG_CONFIG_HOME: dirname(credentialsFile),
  }
  const child = spawn(process.execPath, [cli, 'pull', '--json'], {
    cwd: folder,
    env,
    stdio: 'ignore',
  })
  const gone = once(child, 'close')
  while (child.exitCode === null && slugsIn(folder).length < count) await setTimeout(1)
  child.kill('SIGKILL')
  await gone
}

test('a pull that is killed leaves whole lambdas alone, and the next one finishes', async () => {
  let broken = 0
  for (let round = 0; round < rounds; round++) {
    const studio = await openSyncStudio()
    await addInstance(studio, faulty.proxy.url, faulty.key('global'))
    await pullUntil(studio, 1 + round * 100)
    const slugs = slugsIn(studio.folder)
    if (slugs.length > 0 && slugs.length < bodies.size) broken++
    for (const slug of slugs) {
      const file = join(studio.folder, 'lambdas', slug, 'lambda.json')
      const { ids } = JSON.parse(readFileSync(file, 'utf8')) as { ids: { dev: string } }
      expect(readFileSync(join(dirname(file), 'lambda.js'), 'utf8')).toBe(bodies.get(ids.dev))
    }
    expect((await studio.api.lambdas.list()).problems).toEqual([])
    await carryOut(studio.api, 'pull')
    expect(await kindsOf(studio.api)).toEqual({ same: bodies.size })
    expect(slugsIn(studio.folder)).toHaveLength(bodies.size)
    studio.close()
  }
  // Kills that all came before the first or after the last would prove nothing.
  expect(broken).toBeGreaterThan(0)
}, 120_000)
