import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem, Severity } from '../../contract/models/problem.ts'
import type { ValueChange } from '../../contract/models/run.ts'
import type { GuestNote } from '../../contract/models/sandbox.ts'

/** Notes that are more than worth knowing: something was left out, or would go otherwise on a server. */
const warnings = new Set([
  'bigint-value',
  'circular-value',
  'console-capped',
  'fetch-body-not-string',
  'fetch-unmatched',
  'function-value',
  'number-not-finite',
  'output-capped',
  'promise-returned',
  'secret-unknown',
  'symbol-key',
  'symbol-value',
  'value-too-deep',
  'value-unreadable',
])

/** Puts what the guest's runtime noticed among the problems of a run. */
export function problemsOfNotes(notes: readonly GuestNote[]): Problem[] {
  return notes.map(({ code, message, path, line }) => ({
    code,
    severity: severityOf(code),
    message,
    line: line ?? 1,
    column: 1,
    ...(path !== undefined && { path }),
  }))
}

function severityOf(code: string): Severity {
  return warnings.has(code) ? 'warning' : 'info'
}

/** Changes that FusionAuth keeps or not by something an input does not tell: whether the user is linked already. */
export function problemsOfLinking(type: LambdaTypeInfo, changes: readonly ValueChange[]): Problem[] {
  return type.rules
    .filter(
      ({ kind, path }) => kind === 'frozen-when-linked' && changes.some((change) => change.path === path),
    )
    .map(({ path, message }) => ({
      code: 'kept-until-linked',
      severity: 'info',
      message,
      line: 1,
      column: 1,
      path,
    }))
}

/** Says that a type is run by generic rules because the catalogue does not have it. */
export function problemsOfType(type: LambdaTypeInfo): Problem[] {
  if (type.known) return []
  return [
    {
      code: 'type-not-known',
      severity: 'warning',
      message: `The lambda type ${type.type} is not in the catalogue; it is run by generic rules.`,
      line: 1,
      column: 1,
      hint: 'Nothing is known of what FusionAuth keeps, refuses or drops for it. Check the name of the type.',
    },
  ]
}
