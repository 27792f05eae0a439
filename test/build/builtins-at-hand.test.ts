import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { askForBuiltins } from '../../build/builtins-at-hand.ts'

/** What a text that is built makes of the names that it exports as `values`. */
const valuesOf = (code: string): unknown =>
  runInThisContext(`(() => {
${askForBuiltins(code)}
return values
})()`)

test('names, other names, the whole of a module and both together come from Node itself', () => {
  const code = [
    'import { join, dirname as folderOf } from "node:path";',
    'import os from "node:os";',
    'import * as url from "node:url";',
    'import { "readFileSync" as read } from "node:fs";',
    'import process$1, { cwd } from "node:process";',
    'const values = [join("a", "b"), folderOf("a/b"), os.EOL, typeof url.fileURLToPath, typeof read, process$1.pid, cwd()];',
  ].join('\n')
  expect(askForBuiltins(code)).not.toContain('import')
  const { EOL } = process.getBuiltinModule('node:os')
  expect(valuesOf(code)).toEqual([
    join('a', 'b'),
    'a',
    EOL,
    'function',
    'function',
    process.pid,
    process.cwd(),
  ])
})

test('imports of everything else, and texts that only look like one, stay', () => {
  const code = [
    'import { app } from "electron";',
    'import { a } from "./a.js";',
    'const text = `',
    'import fs from "node:fs";',
    '`;',
  ].join('\n')
  expect(askForBuiltins(code)).toBe(code)
})
