import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')
const isBuilt = (output: string): boolean => !output.includes('page is not built')

let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

/** Starts `open` and gives all it prints until it has printed what is waited for. */
function open(
  args: readonly string[],
  until: RegExp,
  env: Record<string, string | undefined>,
): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'open-'))
  const started = spawn(process.execPath, [entry, 'open', ...args], { cwd, env: { ...process.env, ...env } })
  child = started
  return new Promise((resolve) => {
    let output = ''
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      if (until.test(output)) resolve(output)
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.on('close', () => resolve(output))
  })
}

const noDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }

test.runIf(process.platform === 'linux')('without a display it says so in one line', async () => {
  const output = await open(['--port', '0'], /http:|built/, noDisplay)
  expect(output.split('\n')[0]).toBe(
    'No desktop window: this machine has no display. Serving the page instead.',
  )
})

test('the page is served at an address that carries a token, until the process is asked to end', async () => {
  const output = await open(['--browser', '--port', '0'], /http:|built/, noDisplay)
  if (!isBuilt(output)) {
    expect(output).toContain('npm run build')
    return
  }
  const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}/.exec(output)?.[0]
  expect((await fetch(address!, { redirect: 'manual' })).status).toBe(302)
  const ended = new Promise((resolve) => child!.on('close', resolve))
  child!.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a folder that is no workspace is left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'))
  await open([folder, '--browser', '--port', '0'], /http:|built/, noDisplay)
  expect(readdirSync(folder)).toEqual([])
})
