import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageCapabilities } from '../../../electron/contract/models/host.ts'
import { fileSettings } from '../../../electron/core/settings/file-settings.ts'
import { createStudio, type Studio } from '../../../electron/core/studio.ts'
import { launcher } from '../../helpers/studio.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let folder: string
let studio: Studio
let opened: string[]
let refusal: string | null

beforeEach(() => {
  folder = temporaryFolder()
  opened = []
  refusal = null
  mkdirSync(join(folder, 'config'))
  writeFileSync(
    join(folder, 'config', 'settings.json'),
    JSON.stringify({
      'appearance.theme': 'dark',
      'runs.time': 'my-secret',
      recentWorkspaces: [{ folder: homedir() }],
    }),
  )
  studio = createStudio({
    host: { version: '1.2.3', capabilities: { ...pageCapabilities, openPaths: true } },
    sandbox: launcher,
    keepSpare: false,
    emit: () => undefined,
    watch: false,
    settings: fileSettings(join(folder, 'config')),
    logFolder: join(folder, 'logs'),
    openPath: (path) => {
      opened.push(path)
      return Promise.resolve(refusal)
    },
  })
})
afterEach(() => studio.close())

const log = (): string => readFileSync(join(folder, 'logs', 'studio.log'), 'utf8')

test('diagnostics tell versions, settings that differ and failures by code', async () => {
  await studio.server('lambdas.list', [])
  await studio.server('lambdas.list', [])
  const text = await studio.api.host.diagnostics()
  expect(text).toContain('Lambda Studio 1.2.3')
  expect(text).toContain(`System: ${process.platform}`)
  expect(text).toContain(`Node: ${process.versions.node}`)
  expect(text).toContain('  appearance.theme: dark')
  expect(text).toContain('  runs.time: value not used')
  expect(text).toContain('  no-workspace: 2, last at ')
})

test('neither diagnostics nor the log hold what was given to calls, or the folder of the user', async () => {
  const body = 'function populate(jwt) { jwt.x = "the text of a lambda" }'
  await studio.server('runs.run', [{ type: '', body, input: { secret: 'k' } }])
  await studio.server('workspace.open', [join(homedir(), 'very-private')])
  await studio.server('instances.setKey', ['dev', 'the-key-itself-0123456789abcdef0123'])
  const written = log() + (await studio.api.host.diagnostics())
  expect(written).toContain('invalid-arguments')
  for (const secret of ['the text of a lambda', 'very-private', 'the-key-itself', 'my-secret', homedir()])
    expect(written).not.toContain(secret)
})

test('the log tells start, failed calls by code, and end', async () => {
  await studio.server('lambdas.list', [])
  studio.close()
  const lines = log().trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([
    expect.stringMatching(/^info studio\.started version=1\.2\.3 /),
    'warning call.failed path=lambdas.list code=no-workspace',
    'info studio.closed',
  ])
})

test('the folder of the log and the settings file open with the programs of the system', async () => {
  expect(await studio.api.host.logFolder()).toBe(join(folder, 'logs'))
  await studio.api.host.openLogFolder()
  await studio.api.settings.openFile()
  expect(opened).toEqual([join(folder, 'logs'), join(folder, 'config', 'settings.json')])
  refusal = 'no program for it'
  await expect(studio.api.settings.openFile()).rejects.toMatchObject({ code: 'cannot-open' })
})

test.each([
  [50, 'timed-out'],
  [60_000, 'completed'],
] as const)('a run that names no limits has the %i ms of the settings: %s', async (limit, outcome) => {
  await studio.api.settings.change('runs.time', limit)
  const body = 'function populate() { const end = Date.now() + 400; while (Date.now() < end) {} }'
  const report = await studio.api.runs.run({ type: 'JWTPopulate', body, input: {}, force: true })
  expect(report.outcome).toBe(outcome)
})
