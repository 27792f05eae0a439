import { runProblems } from '../../contract/models/run-problems.ts'

/** Every code that the checks give, and what it is about in a few words. */
export const checkCodes = {
  'async-function': 'The lambda function is async',
  'await-fetch': 'fetch is awaited',
  'body-too-large': 'The body is larger than the studio takes',
  'checks-incomplete': 'The checks could not be carried out',
  'console-arguments': 'console is called with several arguments',
  'console-method': 'console has no documented method of that name',
  'console-object': 'An object is logged as it is',
  'dynamic-code': 'Code is made from text',
  'fetch-body': 'The body of a request is not a string',
  'fetch-cost': 'fetch needs a licence and takes time',
  'fetch-options': 'fetch does not know the option',
  'fetch-response': 'The result of fetch has no such member',
  'frozen-when-linked': 'The field is frozen once the user is linked',
  'function-form': 'The function is not a plain declaration',
  'hard-coded-secret': 'A secret stands in the body',
  'language-level': 'Syntax newer than the engine knows',
  'library-level': 'A library function newer than the engine knows',
  'may-only-shrink': 'The value can only be lowered',
  'misnamed-function': 'The function has another name than FusionAuth calls',
  'missing-function': 'The function that FusionAuth calls is missing',
  'missing-return': 'The result is returned, and nothing is returned',
  nashorn: 'The Nashorn engine was removed',
  'needs-version': 'A newer FusionAuth is needed',
  'not-a-script': 'A lambda is a script, not a module',
  'parameter-order': 'The parameters stand in another order',
  'parameter-reassigned': 'A new object in the parameter has no effect',
  promise: 'Nobody may wait for a promise',
  'read-only-parameter': 'A write to a read-only parameter',
  'reserved-claim': 'A write to what FusionAuth keeps to itself',
  'return-value-ignored': 'The returned value is not used',
  'state-between-runs': 'Variables do not last from run to run',
  'syntax-error': 'The body does not parse',
  'too-many-parameters': 'More parameters than FusionAuth passes',
  'top-level-await': 'await outside of a function',
  'unavailable-global': 'FusionAuth does not have the global',
  'undeclared-parameter': 'The parameter is used and not declared',
  'undefined-variable': 'Nothing of that name is known',
  'unguarded-data': 'data may be missing',
  'unguarded-parameter': 'The parameter may be undefined',
  'unknown-global': 'Whether FusionAuth has the global is not documented',
  'with-statement': 'with hides where names come from',
} as const satisfies Readonly<Record<string, string>>

/** The code of a problem that the checks give. */
export type CheckCode = keyof typeof checkCodes

/** The documentation page of a problem's code, relative to the repository; the index for a code of other origin. */
export function documentation(code: string): string {
  const hasPage = Object.hasOwn(checkCodes, code) || Object.hasOwn(runProblems, code)
  return `docs/checks/${hasPage ? code : 'index'}.md`
}
