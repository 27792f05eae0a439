import { expect, test } from 'vitest'
import type { Problem } from '../../../electron/contract/models/problem.ts'
import { countProblems } from '../../../renderer/features/checks/count-problems.ts'
import { shownProblems } from '../../../renderer/workbench/shown-problems.ts'
import { lambda, runReport } from '../builders.ts'

const problem = (code: string, severity: Problem['severity'] = 'error'): Problem => ({
  code,
  severity,
  message: code,
  line: 1,
  column: 1,
})
const edited = lambda({ body: 'b' })
const checked = { body: 'b', type: edited.type, problems: [problem('checked')] }
const ranOn = (body: string) => ({
  kind: 'reported' as const,
  request: { type: edited.type, body, input: {} },
  report: runReport({ problems: [problem('ran')] }),
})
const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code)

test('a run of this very body knows more than the checks', () => {
  expect(codes(shownProblems(edited, ranOn('b'), checked))).toEqual(['ran'])
})

test('after an edit the checks know more than the run', () => {
  expect(codes(shownProblems(edited, ranOn('a'), checked))).toEqual(['checked'])
})

test('what was checked for another type is not shown', () => {
  expect(shownProblems(lambda({ body: 'b', type: 'AppleReconcile' }), ranOn('b'), checked)).toEqual([])
})

test('problems are counted by severity', () => {
  expect(countProblems([problem('a'), problem('b', 'info'), problem('c')])).toEqual({
    error: 2,
    warning: 0,
    info: 1,
  })
})
