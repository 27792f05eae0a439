import type { JsonObject } from '../../contract/json.ts'
import { expectationChoice } from '../../contract/models/case.ts'
import type { ExpectableReport, Expectation, ExpectationChoice } from '../../contract/models/case.ts'
import { keysOf, valueAt, withValueAt } from '../runs/json-pointer.ts'

/** "Expect what just happened": an expectation that this report meets, holding fast the parts chosen. */
export function expectationOf(report: ExpectableReport, choice: ExpectationChoice): Expectation {
  const chosen = expectationChoice.parse(choice)
  const parts = argumentsOf(report, chosen.arguments)
  return {
    ...(chosen.outcome && { outcome: report.outcome }),
    ...(Object.keys(parts).length > 0 && { arguments: parts }),
    ...(chosen.absent && listed('absent', absentOf(report))),
    ...(chosen.console && listed('console', report.console.map(({ text }) => text).filter(Boolean))),
    ...(chosen.dropped &&
      listed(
        'dropped',
        report.dropped.map(({ path }) => path),
      )),
    ...(chosen.throws && report.error?.message && { throws: report.error.message }),
  }
}

function listed<K extends string>(key: K, values: readonly string[]): Partial<Record<K, string[]>> {
  return values.length === 0 ? {} : ({ [key]: [...new Set(values)] } as Partial<Record<K, string[]>>)
}

function argumentsOf(
  { arguments: after, changes }: ExpectableReport,
  which: 'changes' | 'all' | 'none' | readonly string[],
): JsonObject {
  if (which === 'all') return after
  if (which === 'none') return {}
  const paths =
    which === 'changes' ? changes.filter(({ kind }) => kind !== 'removed').map(({ path }) => path) : which
  return paths.reduce((kept, path) => withPart(kept, after, wholeList(after, path)), {})
}

/** Lists are compared whole, so a change in a list holds the list fast. */
function wholeList(root: JsonObject, path: string): string {
  const keys = path.split('/')
  const at = keys.findIndex(
    (_, index) => index > 0 && Array.isArray(valueAt(root, keys.slice(0, index).join('/'))),
  )
  return at < 0 ? path : keys.slice(0, at).join('/')
}

function withPart(kept: JsonObject, after: JsonObject, path: string): JsonObject {
  const value = valueAt(after, path)
  return value === undefined ? kept : withValueAt(kept, path, value)
}

/** Places that the lambda removed, without those inside a list, which is held fast whole. */
function absentOf({ changes, arguments: after }: ExpectableReport): string[] {
  return changes
    .filter(
      ({ kind, path }) => kind === 'removed' && wholeList(after, path) === path && keysOf(path).length > 0,
    )
    .map(({ path }) => path)
}
