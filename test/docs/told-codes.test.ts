import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './blocks/blocks.ts'
import { toldCodes } from './told-codes.ts'

const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8')
const entries = [...page.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code!)

/** What stands for a code whose end is made at run time. */
const open: Readonly<Record<string, readonly string[]>> = {
  'instance-answered-*': ['instance-answered-<status>'],
  '*-not-found': ['application-not-found', 'role-not-found'],
}
const told = [...toldCodes()].flatMap((code) => open[code] ?? [code])

test('every code that the studio tells has an entry under troubleshooting, in words of its own', () => {
  expect(told.filter((code) => !entries.includes(code))).toEqual([])
  expect(page).not.toMatch(/^### .+\n+###/m)
})

test('every entry under troubleshooting is of a code that the studio tells', () => {
  expect(entries.filter((code) => !told.includes(code))).toEqual([])
  expect(new Set(entries).size).toBe(entries.length)
})
