import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../../electron/core/log/log-file.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

test('a line says when, how grave, what, and the facts, on one line and without secrets', () => {
  const folder = join(temporaryFolder(), 'logs')
  openLog(folder)('warning', 'call.failed', { path: 'sync.plan', what: 'one\ntwo apiKey=abc123' })
  const text = readFileSync(join(folder, 'studio.log'), 'utf8')
  expect(text).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z warning call\.failed path=sync\.plan what=one two apiKey=\[hidden\]\n$/,
  )
  expect(statSync(join(folder, 'studio.log')).mode & 0o777).toBe(0o600)
})

test('a fact that is cut off ends in no part of a key, and steers no terminal', () => {
  const folder = join(temporaryFolder(), 'logs')
  const key = 'a1B2'.repeat(16)
  for (let length = 1930; length <= 2005; length++)
    openLog(folder)('error', 'call.fault', {
      what: `${'word '.repeat(400).slice(0, length)}\u001b[2J ${key} more`,
    })
  openLog(folder)('error', 'call.fault', { what: `${' '.repeat(3990)}${key}` })
  const text = readFileSync(join(folder, 'studio.log'), 'utf8')
  expect(text.split('\n')).toHaveLength(78)
  expect(text).not.toMatch(/a1B2|(?!\n)\p{Cc}/u)
})

test('the log never takes more than three files of about half a megabyte', () => {
  const folder = join(temporaryFolder(), 'logs')
  const write = openLog(folder)
  for (let line = 0; line < 2000; line++) write('info', 'filling', { line, words: 'word '.repeat(300) })
  const names = readdirSync(folder).sort()
  expect(names).toEqual(['studio.1.log', 'studio.2.log', 'studio.log'])
  for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThan(520 * 1024)
  expect(readFileSync(join(folder, 'studio.log'), 'utf8')).toContain('line=1999')
})

test('a folder that cannot be written stops nobody', () => {
  expect(() => openLog('/dev/null/logs')('info', 'studio.started')).not.toThrow()
})
