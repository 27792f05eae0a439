import { isJsonObject, type JsonValue } from '../../contract/json.ts'
import type { Expectation } from '../../contract/models/case.ts'
import type { RunReport } from '../../contract/models/run.ts'
import type { CaseFailure } from '../../contract/models/test.ts'
import { said, say } from '../../contract/words.ts'
import { ownValue, pointer } from '../runs/changes.ts'
import { valueAt } from '../runs/json-pointer.ts'

type Matched = Pick<RunReport, 'outcome' | 'arguments' | 'console' | 'dropped' | 'error'>

/** Everything in a report that is not as expected; nothing where the case passes. */
export function failuresOf(expected: Expectation, report: Matched): readonly CaseFailure[] {
  return [
    ...outcomeFailures(expected, report),
    ...throwsFailures(expected, report),
    ...subsetFailures(expected.arguments, report.arguments, ''),
    ...absentFailures(expected, report),
    ...consoleFailures(expected, report),
    ...droppedFailures(expected, report),
  ]
}

/** A lambda that is expected to throw need not say so twice; one that is not expected to throw must not. */
function outcomeFailures({ outcome, throws }: Expectation, report: Matched): CaseFailure[] {
  const expected = outcome ?? (throws === undefined ? 'completed' : 'threw')
  if (report.outcome === expected) return []
  return [
    said<CaseFailure>({
      path: 'outcome',
      expected,
      actual: report.outcome,
      message: report.error
        ? say`The run should have ended as ${expected}, but ended as ${report.outcome}: ${report.error.name}: ${report.error.message}.`
        : say`The run should have ended as ${expected}, but ended as ${report.outcome}.`,
    }),
  ]
}

function throwsFailures({ throws }: Expectation, { error }: Matched): CaseFailure[] {
  if (throws === undefined || error?.message.includes(throws)) return []
  return [
    said<CaseFailure>({
      path: 'throws',
      expected: throws,
      ...(error && { actual: error.message }),
      message: error
        ? say`The message of what was thrown should contain ${quoted(throws)}.`
        : say`Something whose message contains ${quoted(throws)} should have been thrown; nothing was.`,
    }),
  ]
}

/** Where a value is not the expected one: objects may have more keys, lists must have the same length. */
function subsetFailures(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
  path: string,
): CaseFailure[] {
  if (expected === undefined) return []
  if (isList(expected) && isList(actual) && expected.length === actual.length) {
    return expected.flatMap((item, at) => subsetFailures(item, actual[at], pointer(path, at)))
  }
  if (isJsonObject(expected) && isJsonObject(actual)) {
    return Object.keys(expected).flatMap((key) =>
      subsetFailures(ownValue(expected, key), ownValue(actual, key), pointer(path, key)),
    )
  }
  return expected === actual ? [] : [different(path, expected, actual)]
}

function different(path: string, expected: JsonValue, actual: JsonValue | undefined): CaseFailure {
  return said<CaseFailure>({
    path,
    expected,
    ...(actual !== undefined && { actual }),
    message:
      actual === undefined
        ? say`${path} should be ${brief(expected)}, but nothing is there.`
        : say`${path} should be ${brief(expected)}, but it is ${brief(actual)}.`,
  })
}

function absentFailures({ absent = [] }: Expectation, report: Matched): CaseFailure[] {
  return absent.flatMap((path) => {
    const actual = valueAt(report.arguments, path)
    if (actual === undefined) return []
    const message = say`Nothing should be at ${path}, but ${brief(actual)} is.`
    return [said<CaseFailure>({ path, actual, message })]
  })
}

function consoleFailures({ console: expected = [] }: Expectation, report: Matched): CaseFailure[] {
  const texts = report.console.map(({ text }) => text)
  return expected
    .filter((part) => !texts.some((text) => text.includes(part)))
    .map((part) =>
      said<CaseFailure>({
        path: 'console',
        expected: part,
        actual: texts,
        message: say`The console should show ${quoted(part)}, but no entry contains it.`,
      }),
    )
}

function droppedFailures({ dropped = [] }: Expectation, report: Matched): CaseFailure[] {
  const paths = report.dropped.map(({ path }) => path)
  return dropped
    .filter((path) => !paths.includes(path))
    .map((path) =>
      said<CaseFailure>({
        path,
        expected: 'dropped',
        actual: paths,
        message: say`FusionAuth should have dropped a write to ${path}, but the lambda made none that it drops there.`,
      }),
    )
}

function brief(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** What a property case without an expectation expects: that the lambda ends well. */
export const endsWell: Expectation = { outcome: 'completed' }
