import { expect, test } from 'vitest'
import type { StudioApi } from '../../electron/contract/api.ts'
import type { RunReport } from '../../electron/contract/models/run.ts'
import { requestOf, type TestRun } from '../helpers/studio.ts'

/** A name that says what is tried, and the statements that try it. */
export type Attack = readonly [name: string, statements: string]

/**
 * What each attack finds in scope: `look(value)` follows a value to the realm it was made in, and notes in `reached`
 * whatever no lambda may reach.
 */
const prelude = String.raw`
const reached = []
const forbidden = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'ivm', 'internalBinding', 'setTimeout',
  'setImmediate', 'queueMicrotask', 'structuredClone', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', '__dirname']
const makeFunction = Function
const own = globalThis
let looking = false
function look(value) {
  if (typeof value === 'string') {
    if (/node:|node_modules|file:|isolated-vm|\.ts\b|[\\/](?:home|root|usr|work|tmp|Users)[\\/]/.test(value)) reached.push(value)
    return
  }
  // What is being looked at may look around itself.
  if (looking || value === null || (typeof value !== 'object' && typeof value !== 'function')) return
  looking = true
  try { follow(value.constructor); follow(value.constructor && value.constructor.constructor) } catch (error) {}
  looking = false
}
function follow(make) {
  if (typeof make !== 'function') return
  const realm = make('return globalThis')()
  if (realm && realm.Object && realm !== own) reached.push('another realm')
}
function lookAround() {
  for (const name of forbidden) if (makeFunction('return typeof ' + name)() !== 'undefined') reached.push(name)
}
`

/** Every one of these must come out of a run that follows an attack. */
export async function expectHealthy(api: StudioApi): Promise<void> {
  const report = await api.runs.run(
    requestOf(
      `function populate(jwt, user) {
        jwt.list = [3, 1, 2].sort().map((each) => each + 1)
        jwt.text = JSON.stringify({ a: [user.id] })
        jwt.clean = Object.keys(globalThis).join() === 'populate' && typeof leftover === 'undefined'
        console.info('healthy')
      }`,
    ),
  )
  expect(report).toMatchObject({
    outcome: 'completed',
    arguments: { jwt: { list: [2, 3, 4], text: '{"a":["u"]}', clean: true } },
    console: [{ level: 'info', text: 'healthy' }],
  })
}

/** Neither a path of the host nor a frame of the runtime may be in a report. */
export function expectNothingOfHost(report: RunReport): void {
  const text = JSON.stringify(report)
  expect(text).not.toMatch(/node:|node_modules|isolated-vm|file:\/\/|runtime\.js/)
  expect(text).not.toContain(process.cwd())
}

/** Runs an attack: nothing may be reached, and the run that follows must be well. */
export async function attack(api: StudioApi, statements: string, request: TestRun = {}): Promise<RunReport> {
  const body = `${prelude}\nfunction populate(jwt, user, registration, context) {\n${statements}\n;lookAround(); jwt.reached = reached\n}`
  const report = await api.runs.run(requestOf(body, request))
  expectNothingOfHost(report)
  await expectHealthy(api)
  return report
}

/** One test for each attack: it must run to its end and reach nothing. */
export function testAttacks(api: StudioApi, attacks: readonly Attack[]): void {
  test.each(attacks)('%s', async (_name, statements) => {
    const report = await attack(api, statements)
    expect(report.error).toBeNull()
    expect(report).toMatchObject({ outcome: 'completed', arguments: { jwt: { reached: [] } } })
  })
}
