import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { caseFile } from '../../../electron/contract/models/case.ts'
import { runProblems } from '../../../electron/contract/models/run-problems.ts'
import { describeLambdaType } from '../../../electron/core/catalogue/catalogue.ts'
import { checkCodes, documentation } from '../../../electron/core/checks/codes.ts'
import { makeStudio } from '../../helpers/workspace-studio.ts'

const root = join(import.meta.dirname, '../../..')
const codes = Object.keys(runProblems)
const studio = makeStudio()
afterAll(() => studio.close())

/** The codes that a run of the example under a heading gives; a case may follow it. */
async function codesOfExample(page: string, heading: string): Promise<readonly string[]> {
  const pattern = new RegExp(`## ${heading}\\n+\`\`\`js([^\\n]*)\\n([^]*?)\\n\`\`\`([^#]*)`)
  const [, facts, body, after] = pattern.exec(page)!
  const type = new URLSearchParams(facts!.trim()).get('type') ?? 'JWTPopulate'
  const [, text = '{}'] = /```json\n([^]*?)\n```/.exec(after!) ?? []
  const given = caseFile.partial().parse(z.json().parse(JSON.parse(text)))
  const input = given.input ?? describeLambdaType(type).samples[0]!.input
  const { problems } = await studio.api.runs.run({
    ...given,
    type,
    body: body!,
    input,
    limits: { memoryMb: 64 },
  })
  return problems.map(({ code }) => code)
}

test('no code means one thing in a check and another in a run', () => {
  expect(codes.filter((code) => Object.hasOwn(checkCodes, code))).toEqual([])
})

describe.each(codes)('the page of %s', (code) => {
  const page = readFileSync(join(root, documentation(code)), 'utf8')

  test('has a wrong example whose run gives the code', async () => {
    expect(await codesOfExample(page, 'Wrong')).toContain(code)
  })

  test('has a right example whose run does not', async () => {
    expect(await codesOfExample(page, 'Right')).not.toContain(code)
  })

  test('names its title, its severity, and the source of the fact', () => {
    const { title, severity } = runProblems[code as keyof typeof runProblems]
    expect(page).toContain(`# ${code}\n\n${title}.\n\n**Severity:** ${severity}.`)
    expect(page).toMatch(/^Source: .+\.$/m)
  })
})
