import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')

test('a reader that has enough, as head has, leaves no failure', async () => {
  const child = spawn(process.execPath, [entry, 'types', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, complaints]).toEqual([0, ''])
})
