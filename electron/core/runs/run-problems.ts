import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem } from '../../contract/models/problem.ts'
import { runProblems, type GuestNoteCode, type RunProblemCode } from '../../contract/models/run-problems.ts'
import type { ValueChange } from '../../contract/models/run.ts'
import type { GuestNote } from '../../contract/models/sandbox.ts'
import { messageOf, said, say, type HostText, type Unsaid } from '../../contract/words.ts'
import { changeLimit, pointer } from './changes.ts'
import { guestText } from './guest-texts.ts'
import { parametersOf } from './task.ts'

/** Puts what the guest's runtime noticed among the problems of a run. */
export function problemsOfNotes(notes: readonly GuestNote[]): Problem[] {
  return notes.map(({ code, values, path, line = 1 }) =>
    said<Problem>({
      code,
      severity: isOfRun(code) ? runProblems[code].severity : 'info',
      message: guestText(code, values),
      line,
      column: 1,
      ...(path !== undefined && { path }),
    }),
  )
}

/** The checks say of the others how much they matter; a run repeats them. */
function isOfRun(code: GuestNoteCode): code is Extract<GuestNoteCode, RunProblemCode> {
  return Object.hasOwn(runProblems, code)
}

/** A problem of the run as a whole. */
function problem(
  code: RunProblemCode,
  message: HostText,
  more: Pick<Unsaid<Problem>, 'path' | 'hint'> = {},
): Problem {
  return said<Problem>({ code, severity: runProblems[code].severity, message, line: 1, column: 1, ...more })
}

/** Changes that FusionAuth keeps or not by something an input does not tell: whether the user is linked already. */
export function problemsOfLinking(type: LambdaTypeInfo, changes: readonly ValueChange[]): Problem[] {
  return type.rules
    .filter(
      ({ kind, path }) => kind === 'frozen-when-linked' && changes.some((change) => change.path === path),
    )
    .map((rule) => problem('kept-until-linked', messageOf(rule), { path: rule.path }))
}

/** Keys of the input that are no parameter of the type: the lambda does not get them. */
export function problemsOfInput(type: LambdaTypeInfo, input: JsonObject): Problem[] {
  const parameters = parametersOf(type, input)
  return Object.keys(input)
    .filter((key) => !parameters.includes(key))
    .slice(0, 20)
    .map((key) => {
      const shown = key.slice(0, 100)
      return problem(
        'input-not-parameter',
        say`The input has ${JSON.stringify(shown)}, which is no parameter of ${type.type}; the lambda does not get it.`,
        { path: pointer('', shown), hint: say`The parameters are ${parameters.join(', ')}.` },
      )
    })
}

/** Says that a report does not list all that a lambda changed. */
export function problemsOfCaps(changeCount: number, droppedCount: number): Problem[] {
  if (changeCount < changeLimit && droppedCount < changeLimit) return []
  const message = say`The lambda changed more than the ${changeLimit} places that a report lists; the arguments have them all.`
  return [problem('changes-capped', message)]
}

/** Says that nothing is known of a run but its end. */
export const consoleLost: Problem = problem('console-lost', guestText('console-lost'))

/** Says that a type is run by generic rules because the catalogue does not have it. */
export function problemsOfType(type: LambdaTypeInfo): Problem[] {
  if (type.known) return []
  const message = say`The lambda type ${type.type} is not in the catalogue; it is run by generic rules.`
  const hint: HostText =
    'Nothing is known of what FusionAuth keeps, refuses or drops for it. Check the name of the type.'
  return [problem('type-not-known', message, { hint })]
}
