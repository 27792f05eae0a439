import { mkdtempSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { runCli } from '../helpers/cli.ts'
import { temporaryFolder } from '../helpers/workspace-studio.ts'
import { jsonForms } from './blocks/json-forms.ts'
import { root } from './blocks/blocks.ts'
import { lacksOf, parseShape } from './json-shape.ts'

let demo: Demo
const cwd = temporaryFolder()
const home = mkdtempSync(join(tmpdir(), 'home-'))

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 20, seed: 7 })
})
afterAll(() => demo.close())

/** Prints of a command; what it ended with is no matter here. */
async function json(...args: string[]): Promise<unknown> {
  const key = demo.keys.find(({ scope }) => scope === 'global')!.key
  const env = {
    FUSIONAUTH_API_KEY: key,
    HOME: home,
    APPDATA: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
  }
  const { stdout, stderr } = await runCli([...args, '--json'], { cwd, env })
  expect(stderr).not.toContain('Error:')
  return JSON.parse(stdout) as unknown
}

/** Held against the form that is documented, where the form is written out. */
async function holds(command: string, ...args: string[]): Promise<unknown> {
  const printed = await json(...command.split(' '), ...args)
  const [, form = ''] = /`([^`]*)`/.exec(jsonForms[command]!) ?? []
  const shape = parseShape(form)
  if (shape) expect([command, lacksOf(printed, shape)]).toEqual([command, []])
  checked.add(command)
  return printed
}

const checked = new Set<string>()
/** Held elsewhere: the browser tests read what the first prints, and the tests of the demo what the second does. */
const elsewhere = ['open', 'demo']

test('the forms of a workspace hold', async () => {
  await holds('new', 'JWTPopulate', 'Add roles')
  await holds('list')
  await holds('types', 'JWTPopulate')
  await holds('import', join(root, 'docs/examples/plan-claim.js'), '--type', 'JWTPopulate')
  await holds('export', '--format', 'kickstart', '--out', 'lambdas.json')
  await holds('run', 'add-roles')
  await holds('check')
  await holds('test')
})

test('the forms of an instance hold', async () => {
  await holds('instance add', 'dev', demo.url)
  await holds('instance key', 'dev')
  await holds('instance edit', 'dev', '--color', 'blue')
  await holds('instance list')
  await holds('instance probe')
  await holds('status')
  await holds('diff')
  await holds('pull')
  await holds('push', '--yes')
  await holds('usage', 'add-roles')
  await holds('logs')
  const body = join(cwd, 'lambdas/add-roles/lambda.js')
  await writeFile(body, `${await readFile(body, 'utf8')}// Changed.\n`)
  await json('push', '--yes')
  const [entry] = (await holds('history', 'add-roles')) as { id: string }[]
  await holds('restore', 'add-roles', entry!.id)
  await holds('undo', '--yes')
  await json('instance', 'add', 'second', demo.url)
  await holds('promote', 'dev', 'second', 'add-roles', '--yes')
  await holds('instance remove', 'second')
})

test('the forms of groups and members hold', async () => {
  const { groups } = (await holds('groups list', 'Customers')) as {
    groups: { name: string; tenantId: string }[]
  }
  await holds('groups show', groups[0]!.name)
  await holds('groups create', 'Crew', '--tenant', groups[0]!.tenantId)
  await holds('groups update', 'Crew', '--data', '{"kind":"ship"}')
  const { members } = (await holds('members list', groups[0]!.name)) as { members: { userId: string }[] }
  const user = members[0]!.userId
  await holds('members add', 'Crew', user)
  await holds('members remove', 'Crew', user, '--yes')
  await writeFile(join(cwd, 'crew.txt'), `${user}\n`)
  await holds('members replace', 'Crew', '--file', 'crew.txt', '--yes')
  await holds('members input', user, '--type', 'JWTPopulate')
  await holds('members run', 'Crew', 'add-roles')
  await holds('groups delete', 'Crew', '--yes')
})

test('every form was held against a print', () => {
  expect(Object.keys(jsonForms).filter((name) => !checked.has(name) && !elsewhere.includes(name))).toEqual([])
})
