import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem, Severity } from '../../contract/models/problem.ts'
import type { ValueChange } from '../../contract/models/run.ts'
import type { GuestNote } from '../../contract/models/sandbox.ts'
import { changeLimit, pointer } from './changes.ts'
import { parametersOf } from './task.ts'

/** Notes that are more than worth knowing: something was left out, or would go otherwise on a server. */
const warnings = new Set([
  'bigint-value',
  'circular-value',
  'console-capped',
  'console-lost',
  'console-warn',
  'fetch-capped',
  'notes-capped',
  'object-not-plain',
  'fetch-body-not-string',
  'fetch-unmatched',
  'function-value',
  'number-not-finite',
  'output-capped',
  'promise-returned',
  'rejection-unhandled',
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

/** Keys of the input that are no parameter of the type: the lambda does not get them. */
export function problemsOfInput(type: LambdaTypeInfo, input: JsonObject): Problem[] {
  const parameters = parametersOf(type, input)
  return Object.keys(input)
    .filter((key) => !parameters.includes(key))
    .slice(0, 20)
    .map((key) => ({
      code: 'input-not-parameter',
      severity: 'warning',
      message: `The input has ${JSON.stringify(key.slice(0, 100))}, which is no parameter of ${type.type}; the lambda does not get it.`,
      line: 1,
      column: 1,
      path: pointer('', key.slice(0, 100)),
      hint: `The parameters are ${parameters.join(', ')}.`,
    }))
}

/** Says that a report does not list all that a lambda changed. */
export function problemsOfCaps(changeCount: number, droppedCount: number): Problem[] {
  if (changeCount < changeLimit && droppedCount < changeLimit) return []
  return [
    {
      code: 'changes-capped',
      severity: 'info',
      message: `The lambda changed more than the ${changeLimit} places that a report lists; the arguments have them all.`,
      line: 1,
      column: 1,
    },
  ]
}

/** Says that nothing is known of a run but its end. */
export const consoleLost: Problem = {
  code: 'console-lost',
  severity: 'warning',
  message: 'The run was ended from outside: what it wrote to the console and requested is lost.',
  line: 1,
  column: 1,
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
