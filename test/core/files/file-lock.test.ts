import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  lutimesSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileCredentials } from '../../../electron/core/credentials/file-credentials.ts'
import { lockFile, withFileLock } from '../../../electron/core/files/file-lock.ts'
import { fileSettings } from '../../../electron/core/settings/file-settings.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

type Program = ChildProcessByStdio<Writable, Readable, null>

const script = join(import.meta.dirname, '..', '..', 'helpers', 'write-at-once.ts')
const programs: Program[] = []
let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL')
})

/** Starts a program that waits to be told to write. */
async function start(...args: readonly string[]): Promise<Program> {
  const program = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  programs.push(program)
  await heard(program, 'ready')
  return program
}

async function heard(program: Program, word: string): Promise<void> {
  const [said] = (await once(program.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe(`${word}\n`)
}

/** Four programs that do the same work at the same moment; gives the names that they wrote. */
async function writeAtOnce(work: string, path: string, times: number): Promise<string[]> {
  const names = ['a', 'b', 'c', 'd']
  const started = await Promise.all(names.map((name) => start(work, path, name, String(times))))
  const ended = Promise.all(started.map((program) => heard(program, 'done')))
  for (const program of started) program.stdin.write('go\n')
  await ended
  return names.flatMap((name) => Array.from({ length: times }, (_, at) => `${name}-${at}`)).sort()
}

test('keys that several programs keep at once are all kept', async () => {
  const path = join(folder, 'credentials.json')
  const names = await writeAtOnce('keys', path, 20)
  const store = fileCredentials(path)
  expect(await Promise.all(names.map((name) => store.get(name)))).toEqual(
    names.map((name) => `key-of-${name}`),
  )
  expect(readdirSync(folder)).toEqual(['credentials.json'])
})

test('settings that several programs change at once are all kept', async () => {
  const names = await writeAtOnce('settings', folder, 20)
  const { values } = await fileSettings(folder).all()
  expect(Object.keys(values).sort()).toEqual(names)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('workspaces that several programs open at once are all among the recent ones', async () => {
  const names = await writeAtOnce('recent', folder, 5)
  const recent = (await fileSettings(folder).get('recentWorkspaces')) as { folder: string }[]
  expect(recent.map((each) => each.folder).sort()).toEqual(names.map((name) => `/workspaces/${name}`))
})

test('instances that several studios add to a workspace at once are all there, each with its key', async () => {
  writeFileSync(join(folder, 'studio.json'), '{ "version": 1, "mine": true, "instances": [] }')
  const names = await writeAtOnce('instances', folder, 5)
  const written = JSON.parse(readFileSync(join(folder, 'studio.json'), 'utf8')) as {
    mine: boolean
    instances: { id: string }[]
  }
  expect(written.mine).toBe(true)
  expect(written.instances.map(({ id }) => id).sort()).toEqual(names)
  const keys = fileCredentials(join(folder, 'config', 'credentials.json'))
  expect(await Promise.all(names.map((name) => keys.has(`${name} http://127.0.0.1:1`)))).toEqual(
    names.map(() => true),
  )
})

test('a lock that another program holds is waited for', async () => {
  const path = join(folder, 'credentials.json')
  const holder = await start('hold', path)
  holder.stdin.write('go\n')
  await heard(holder, 'held')
  const order: string[] = []
  const set = fileCredentials(path)
    .set('dev', 'one')
    .then(() => order.push('written'))
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await fileCredentials(join(folder, `${name}.json`)).set('dev', 'two')
  expect([existsSync(path), order]).toEqual([false, []])
  holder.kill('SIGKILL')
  await set
  expect(await fileCredentials(path).get('dev')).toBe('one')
})

test('a lock of a program that was killed with it holds up nobody', async () => {
  const path = join(folder, 'credentials.json')
  const holder = await start('hold', path)
  holder.stdin.write('go\n')
  await heard(holder, 'held')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(existsSync(`${path}.lock`)).toBe(true)
  const names = await writeAtOnce('keys', path, 3)
  expect(await Promise.all(names.map((name) => fileCredentials(path).has(name)))).toEqual(
    names.map(() => true),
  )
  expect(readdirSync(folder)).toEqual(['credentials.json'])
})

test.each(['', '{"host":"another machine","pid":1,"token":"x"}'])(
  'a lock that says %j counts until it is old',
  async (text) => {
    const lock = join(folder, 'file.lock')
    writeFileSync(lock, text)
    const seconds = Date.now() / 1000
    utimesSync(lock, seconds - 60, seconds - 60)
    let isWorking = false
    await withFileLock(join(folder, 'file'), () => {
      isWorking = readFileSync(lock, 'utf8').includes(String(process.pid))
    })
    expect([isWorking, existsSync(lock)]).toEqual([true, false])
  },
)

test('work that fails gives the lock back', async () => {
  const path = join(folder, 'file')
  await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test('a lock that is held for long is told', async () => {
  const path = join(folder, 'credentials.json')
  const release = await lockFile(path)
  await expect(lockFile(path, 100)).rejects.toMatchObject({ code: 'file-busy' })
  release()
  await fileCredentials(path).set('dev', 'one')
})

test('a link to a device in the place of a lock is never read, and is taken away once it is old', async () => {
  const path = join(folder, 'studio.json')
  symlinkSync('/dev/zero', `${path}.lock`)
  await expect(lockFile(path, 50)).rejects.toMatchObject({ code: 'file-busy' })
  lutimesSync(`${path}.lock`, new Date(0), new Date(0))
  const release = await lockFile(path, 50)
  expect(readFileSync(`${path}.lock`, 'utf8')).toContain(String(process.pid))
  release()
  expect(readdirSync(folder)).toEqual([])
})
