import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

test('a lambda cannot write into a JUnit report what is not its own', async () => {
  const forged = ']]>'.repeat(3) + '</system-out><forged/><system-out><![CDATA[ & < \u0000\u001b\uffff\ud800'
  const body = `function populate(jwt) {
  console.info(${JSON.stringify(forged)})
  jwt.a = ${JSON.stringify(forged)}
}`
  const expected = {
    input: { jwt: {} },
    expect: { arguments: { jwt: { a: forged + '!' } }, console: [forged] },
  }
  const cwd = workspaceFolder([{ slug: 'loud', body, cases: { one: expected } }])
  await runCli(['test', '--junit', 'junit.xml'], { cwd })
  const xml = readFileSync(join(cwd, 'junit.xml'), 'utf8')
  expect(xml).toContain('forged')
  // A section ends at the first end there is.
  const outside = xml.replace(/<!\[CDATA\[[^]*?\]\]>/g, '')
  expect(outside).not.toContain('<forged')
  expect(outside.match(/<[\w/?][^\s>]*/g)).toEqual([
    '<?xml',
    '<testsuites',
    '<testsuite',
    '<testcase',
    '<failure',
    '</failure',
    '<system-out',
    '</system-out',
    '</testcase',
    '</testsuite',
    '</testsuites',
  ])
  expect(xml).not.toMatch(/(?![\n\t])\p{Cc}|[\uffff\ud800]/u)
})
