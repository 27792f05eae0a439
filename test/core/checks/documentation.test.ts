import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineType } from '../../../electron/contract/models/run.ts'
import { describeLambdaType } from '../../../electron/core/catalogue/catalogue.ts'
import { checkBody } from '../../../electron/core/checks/check-body.ts'
import { checkCodes, documentation } from '../../../electron/core/checks/codes.ts'
import { runProblems } from '../../../electron/contract/models/run-problems.ts'

const root = join(import.meta.dirname, '../../..')
const codes = Object.keys(checkCodes)

/** The codes that the example under a heading of a page gives; the words after `js` say what it is for. */
function codesOfExample(page: string, heading: string): readonly string[] {
  const example = new RegExp(`## ${heading}\\n+\`\`\`js([^\\n]*)\\n([^]*?)\\n\`\`\``).exec(page)
  const facts = new URLSearchParams(example![1]!.trim().replaceAll(' ', '&'))
  const problems = checkBody({
    lambdaType: describeLambdaType(facts.get('type') ?? 'JWTPopulate'),
    engineType: engineType.parse(facts.get('engine') ?? 'GraalJS'),
    body: example![2]!.repeat(Number(facts.get('repeat') ?? 1)),
    ecmaVersion: 2021,
    ...(facts.has('server') && { serverVersion: facts.get('server')! }),
  })
  return problems.map(({ code }) => code)
}

test('every code has a page, and every page a code', () => {
  const pages = globSync('docs/checks/*.md', { cwd: root }).map((file) => basename(file, '.md'))
  expect(pages.sort()).toEqual([...codes, ...Object.keys(runProblems), 'index'].sort())
})

test('the index links every page and gives it its title', () => {
  const index = readFileSync(join(root, 'docs/checks/index.md'), 'utf8')
  const missing = Object.entries(checkCodes).filter(
    ([code, title]) => !new RegExp(`\\| \\[${code}\\]\\(${code}\\.md\\) +\\| ${title} `).test(index),
  )
  expect(missing).toEqual([])
})

test('a code of another origin is answered with the index', () => {
  expect(documentation('no-fetch-rule')).toBe('docs/checks/index.md')
  expect(documentation('constructor')).toBe('docs/checks/index.md')
})

describe.each(codes)('the page of %s', (code) => {
  const page = readFileSync(join(root, documentation(code)), 'utf8')

  test('has a wrong example that gives the code', () => {
    expect(codesOfExample(page, 'Wrong')).toContain(code)
  })

  test('has a right example that does not', () => {
    expect(codesOfExample(page, 'Right')).not.toContain(code)
  })

  test('names the source of the fact', () => {
    expect(page).toMatch(/^Source: .+\.$/m)
  })
})
