import builder from 'junit-report-builder'
import type { CaseReport, TestRun } from '../../../contract/models/test.ts'

/** A JUnit report: one suite for each lambda. */
export function junitOf({ results, problems }: TestRun, cases: readonly CaseReport[]): string {
  const report = builder.newBuilder()
  const run = Map.groupBy(cases, (each) => each.lambda)
  const skipped = Map.groupBy(
    results.filter(({ status }) => status === 'skipped'),
    (each) => each.lambda,
  )
  for (const lambda of new Set([...run.keys(), ...skipped.keys()])) {
    const suite = report.testSuite().name(xmlText(lambda))
    for (const each of run.get(lambda) ?? []) addCase(suite.testCase(), each)
    for (const each of skipped.get(lambda) ?? []) {
      suite.testCase().className(xmlText(lambda)).name(xmlText(each.case)).skipped()
    }
  }
  const unread = problems.filter(({ severity }) => severity === 'error')
  const suite = unread.length > 0 ? report.testSuite().name('files that cannot be read') : null
  for (const { file, message } of unread) suite?.testCase().name(xmlText(file)).error(xmlText(message))
  return report.build()
}

type JunitCase = ReturnType<ReturnType<typeof builder.testSuite>['testCase']>

function addCase(
  to: JunitCase,
  { lambda, case: name, status, failures, durationMs, report }: CaseReport,
): void {
  to.className(xmlText(lambda))
    .name(xmlText(name))
    .time(Number((durationMs / 1000).toFixed(6)))
  to.file(`lambdas/${xmlText(lambda)}/cases/${xmlText(name)}.json`)
  const console = report?.console.map(({ level, text }) => `${level}: ${text}`).join('\n')
  if (console) to.standardOutput(sectionText(console))
  if (status !== 'failed') return
  to.failure(xmlText(failures.map(({ message }) => message).join('\n')), 'expectation')
  to.stacktrace(
    sectionText(
      failures
        .map(
          ({ path, expected, actual }) => `${path}\n  expected ${text(expected)}\n  actual   ${text(actual)}`,
        )
        .join('\n'),
    ),
  )
}

function text(value: unknown): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value)
}

/** XML has no place for control characters and lone surrogates, not even escaped. */
function xmlText(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
}

/** For a CDATA section. The builder deals with the first `]]>` alone; another would end the section. */
function sectionText(value: string): string {
  return xmlText(value).replaceAll(']]>', ']] >')
}
