import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPool, taskWith, wordOf } from '../../helpers/pool.ts'
import { launcher } from '../../helpers/studio.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

const said = (text: string): object => ({
  went: 'returned',
  text,
  thrown: null,
  durationMs: 1,
  heapBytes: 1,
  coverage: null,
})
const good =
  '{"arguments":{"jwt":{"forged":true}},"unchanged":[],"returned":null,"error":null,"console":[],"fetches":[],"notes":[]}'
const answersOf = (...texts: readonly string[]): unknown => ({
  kind: 'answers',
  answers: texts.map(said),
  leaving: false,
})

/** How a run ends by a process that says these messages to every order. */
async function runBy(messages: readonly unknown[]): Promise<string> {
  const folder = temporaryFolder()
  const entry = join(folder, 'main.mjs')
  const sends = messages.map((each) => `process.send(${JSON.stringify(each)})`)
  writeFileSync(
    entry,
    `process.on('message', () => { ${sends.join('; ')} })\nprocess.send({ kind: 'ready' })\n`,
  )
  const pool = createPool({ spares: 0, launcher: { ...launcher, entry, readable: [folder] } })
  const end = await pool.run(taskWith('jwt.done = true'))
  pool.close()
  return wordOf(end)
}

test('a process whose answer can be read has run the lambda', async () => {
  expect(await runBy([answersOf(good)])).toBe('completed')
})

test.each([
  ['no message', 5],
  ['a message that says nothing', {}],
  ['answers that are none', { kind: 'answers', answers: 'many' }],
  ['an answer that cannot be read', answersOf('{"arguments":')],
  ['more answers than were asked for', answersOf(good, good)],
])('a process that says %s is ended and not heard any more; its run has crashed', async (_, message) => {
  expect(await runBy([message, answersOf(good)])).toBe('crashed')
})
