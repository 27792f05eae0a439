import colors from 'picocolors'
import type { CaseFailure, CaseReport, LambdaCoverage, TestRun } from '../contract/models/test.ts'

/** A test for people: every lambda, every failure with its difference, the counts. */
export function testText(run: TestRun, cases: readonly CaseReport[]): string {
  if (cases.length === 0) return nothingText(run)
  const lambdas = Map.groupBy(cases, ({ lambda }) => lambda)
  return [
    ...[...lambdas].map(([lambda, own]) => lambdaLine(lambda, own)),
    ...cases.filter(({ status }) => status === 'failed').map(failedText),
    ...(run.coverage.length > 0 ? ['', ...run.coverage.map(coverageLine)] : []),
    '',
    totalsLine(run),
  ].join('\n')
}

function nothingText({ totals }: TestRun): string {
  const examples = totals.skipped === 0 ? '' : ` ${totals.skipped} without one were left out.`
  return `No case with an expectation here, so nothing was tested.${examples}`
}

function lambdaLine(lambda: string, cases: readonly CaseReport[]): string {
  const failed = cases.filter(({ status }) => status === 'failed').length
  const count = cases.length === 1 ? '1 case' : `${cases.length} cases`
  const mark = failed === 0 ? colors.green('passed') : colors.red('failed')
  return `${mark}  ${lambda}  ${colors.dim(failed === 0 ? count : `${failed} of ${count}`)}`
}

function failedText({ lambda, case: name, failures, report, counterexample }: CaseReport): string {
  return [
    '',
    colors.red(`${lambda} › ${name}`),
    ...failures.flatMap(failureLines),
    ...(report?.error?.line
      ? [colors.dim(`  at lambdas/${lambda}/lambda.js:${report.error.line}:${report.error.column ?? 1}`)]
      : []),
    ...(counterexample
      ? [
          colors.dim(
            `  smallest input that was found, from input ${counterexample.runs}, made smaller ${counterexample.shrinks} times:`,
          ),
          `  ${JSON.stringify(counterexample.input)}`,
        ]
      : []),
  ].join('\n')
}

function failureLines({ message, expected, actual }: CaseFailure): string[] {
  const isLong = [expected, actual].some((value) => JSON.stringify(value ?? null).length > 100)
  if (!isLong) return [`  ${message}`]
  return [
    `  ${message}`,
    `  ${colors.green('expected')} ${text(expected)}`,
    `  ${colors.red('actual')}   ${text(actual)}`,
  ]
}

function text(value: unknown): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value)
}

function coverageLine({ lambda, percent, lines }: LambdaCoverage): string {
  const missed = lines.filter(({ count }) => count === 0).map(({ line }) => line)
  return `${`${percent}%`.padStart(6)}  ${lambda}${missed.length > 0 ? colors.dim(`  lines ${missed.join(', ')} never ran`) : ''}`
}

function totalsLine({ totals, durationMs }: TestRun): string {
  const { passed, failed, skipped } = totals
  return [
    colors.green(`${passed} passed`),
    ...(failed > 0 ? [colors.red(`${failed} failed`)] : []),
    ...(skipped > 0 ? [colors.dim(`${skipped} skipped`)] : []),
    colors.dim(`${Math.round(durationMs)} ms`),
  ].join(', ')
}
