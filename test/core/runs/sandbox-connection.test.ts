import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPool, taskWith, wordOf } from '../../helpers/pool.ts'
import { launcher } from '../../helpers/studio.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

/** Answers every task with one text that nobody can read, and then with one that would pass. */
const program = `
const said = (text) => ({ went: 'returned', text, thrown: null, durationMs: 1, heapBytes: 1, coverage: null })
const good = '{"arguments":{"jwt":{"forged":true}},"returned":null,"error":null,"console":[],"fetches":[],"notes":[]}'
process.on('message', () => {
  process.send({ kind: 'answers', answers: [said('{"arguments":')], leaving: false })
  process.send({ kind: 'answers', answers: [said(good)], leaving: false })
})
process.send({ kind: 'ready' })
`

test('a process whose answer cannot be read is ended and not heard any more; its run has crashed', async () => {
  const folder = temporaryFolder()
  const entry = join(folder, 'main.mjs')
  writeFileSync(entry, program)
  const pool = createPool({ spares: 0, launcher: { ...launcher, entry, readable: [folder] } })
  expect(wordOf(await pool.run(taskWith('jwt.done = true')))).toBe('crashed')
  pool.close()
})
