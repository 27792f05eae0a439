import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli as runInProcess } from '../../electron/cli/run-cli.ts'
import { sandboxLauncher } from '../../electron/core/runs/sandbox-launcher.ts'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import { runCli } from '../helpers/cli.ts'
import { DirectoryStudio } from '../helpers/directory-studio.ts'

let directory: DirectoryStudio
let groupId: string
let users: readonly string[]
const entryUrl = pathToFileURL(join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')).href

beforeAll(async () => {
  directory = await DirectoryStudio.start(1500)
  const { tenantId } = await directory.group('Support')
  const group = await directory.api.groups.create('dev', { name: 'Many', tenantId: tenantId! })
  groupId = group.id
  users = await directory.strangers(group, 1400)
})
afterAll(() => directory.close())

/** Runs a command as at a terminal. Where `cancelsAt` says so of what was told there, the user presses Ctrl+C. */
async function atTerminal(args: readonly string[], cancelsAt: (told: string) => boolean = () => false) {
  const told: string[] = []
  let printed = ''
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<undefined>()
  const write = (text: string): void => {
    told.push(text)
    if (cancelsAt(text)) interrupt(undefined)
  }
  const code = await runInProcess([...args, '--workspace', directory.studio.folder], {
    entryUrl,
    sandbox: sandboxLauncher(entryUrl),
    host: { version: '0.0.0', capabilities: pageCapabilities },
    stdout: { write: (text: string) => (printed += text) },
    stderr: { isTTY: true, write },
    environment: { FUSIONAUTH_API_KEY: directory.key('global') },
    readStdin: () => Promise.resolve(users.join('\n')),
    ask: () => Promise.resolve('y'),
    interrupted: () => interrupted,
  })
  return { code, told, printed }
}

const total = (): string => users.length.toLocaleString('en')
const fromInput = ['--file', '-']
const emptied = '\r\u001b[2K'

test('a terminal is told how far a change is, in one line that goes away at its end', async () => {
  const { code, told, printed } = await atTerminal(['members', 'add', 'Many', ...fromInput])
  expect([code, printed]).toEqual([0, `${users.length} done, 0 skipped, 0 failed.\n`])
  expect(told[0]).toBe(`${emptied}0 of ${total()} members, 0 %`)
  expect(told.every((text) => text.startsWith(emptied))).toBe(true)
  expect(told.at(-1)).toBe(emptied)
})

test('a pipe and --json are told nothing of it', async () => {
  const options = {
    cwd: directory.studio.folder,
    stdin: users.join('\n'),
    env: { FUSIONAUTH_API_KEY: directory.key('global') },
  }
  const piped = await runCli(['members', 'add', 'Many', ...fromInput], options)
  expect([piped.code, piped.stderr]).toEqual([0, ''])
  const { told } = await atTerminal(['members', 'add', 'Many', ...fromInput, '--json'])
  expect(told).toEqual([])
})

test('Ctrl+C tells what was done and what not', async () => {
  await atTerminal(['members', 'remove', 'Many', '--all', '--yes'])
  const { code, told, printed } = await atTerminal(['members', 'add', 'Many', ...fromInput], (text) =>
    text.includes(total()),
  )
  expect(code).toBe(1)
  expect(told).toContain(`${emptied}Cancelling; waiting for what is under way…`)
  const [, done, left] = /^(\d+) done, 0 skipped, 0 failed, (\d+) not tried\.\n/.exec(printed)!.map(Number)
  expect(done! + left!).toBe(users.length)
  expect(await directory.memberIds(groupId)).toHaveLength(done!)
  expect(printed).toMatch(/Cancelled/)
})
