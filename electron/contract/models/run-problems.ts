import type { Severity } from './problem.ts'

/** What is said of a problem wherever it turns up. */
interface ProblemKind {
  /** What it is about, in a few words. */
  readonly title: string
  readonly severity: Severity
}

/**
 * Every problem that only a run gives, by its code: what could not be carried as JSON, what was cut short, and what a
 * server would do otherwise. A warning says that something was left out or goes otherwise on a server.
 */
export const runProblems = {
  'bigint-value': { title: 'A BigInt is left out', severity: 'warning' },
  'changes-capped': { title: 'The report lists only some of the changes', severity: 'info' },
  'circular-value': { title: 'A value holds itself', severity: 'warning' },
  'console-capped': { title: 'The console is cut short', severity: 'warning' },
  'console-lost': { title: 'Nothing is known of the run but its end', severity: 'warning' },
  'console-warn': { title: 'console.warn is not documented', severity: 'warning' },
  'date-value': { title: 'A Date is shown as text', severity: 'info' },
  'fetch-body-not-string': { title: 'The body of a request is not a string', severity: 'warning' },
  'fetch-capped': { title: 'The run made too many requests', severity: 'warning' },
  'fetch-unmatched': { title: 'No rule answers a request', severity: 'warning' },
  'function-value': { title: 'A function is left out', severity: 'warning' },
  'getter-value': { title: 'A value comes from a getter', severity: 'info' },
  'input-not-parameter': { title: 'The input has a key that is no parameter', severity: 'warning' },
  'kept-until-linked': {
    title: 'FusionAuth keeps the change only until the user is linked',
    severity: 'info',
  },
  'lone-surrogate': { title: 'A text holds half a character', severity: 'info' },
  'notes-capped': { title: 'A run had more to say than a report holds', severity: 'warning' },
  'number-not-finite': { title: 'A number is no JSON number', severity: 'warning' },
  'object-not-plain': { title: 'An object of a class loses what is not its own', severity: 'warning' },
  'output-capped': { title: 'The arguments are cut short', severity: 'warning' },
  'promise-returned': { title: 'The function returned a promise', severity: 'warning' },
  'rejection-unhandled': { title: 'A promise failed and nobody handled it', severity: 'warning' },
  'secret-unknown': { title: 'No test value is given for a secret', severity: 'warning' },
  'symbol-key': { title: 'A property under a symbol is left out', severity: 'warning' },
  'symbol-value': { title: 'A symbol is left out', severity: 'warning' },
  'type-not-known': { title: 'The lambda type is not in the catalogue', severity: 'warning' },
  'undefined-value': { title: 'undefined is not carried', severity: 'info' },
  'value-too-deep': { title: 'A value is nested too deep', severity: 'warning' },
  'value-unreadable': { title: 'Reading a value threw', severity: 'warning' },
} as const satisfies Readonly<Record<string, ProblemKind>>

/** The code of a problem that only a run gives. */
export type RunProblemCode = keyof typeof runProblems

/** What is found out from the report of a run, after it. */
type ReportProblemCode = 'changes-capped' | 'input-not-parameter' | 'kept-until-linked' | 'type-not-known'

/** What the sandbox may note of a run; the checks have two of these codes too. */
export type GuestNoteCode =
  Exclude<RunProblemCode, ReportProblemCode> | 'console-arguments' | 'console-object'
