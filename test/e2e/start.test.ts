import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const start = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'start.ts')

test('npm start opens what is built, builds nothing that is current, and ends when it is told to', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'start-'))
  const child = spawn(process.execPath, [start, '--browser', '--port', '0', '--json'], { cwd })
  const closed = once(child, 'close')
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const served = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk.toString()
      const address = /"address": "(http:[^"]+)"/.exec(said.stdout)?.[1]
      if (address !== undefined) resolve(address)
    })
    void closed.then(() => resolve(undefined))
  })
  try {
    const address = await served
    expect({ address, ...said }).toMatchObject({
      address: expect.any(String) as string,
      stderr: expect.not.stringContaining('Building') as string,
    })
    expect((await fetch(address!, { redirect: 'manual' })).status).toBe(302)
  } finally {
    child.kill('SIGTERM')
  }
  // Windows has no signal that a process can hear.
  expect((await closed)[0]).toBe(process.platform === 'win32' ? null : 0)
})
