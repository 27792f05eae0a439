import type { Problem, Severity } from '../../contract/models/problem.ts'
import { said, say } from '../../contract/words.ts'
import type { CheckRequest } from './check-request.ts'
import { lint } from './lint.ts'
import { parseBodyOnce } from './parse-body.ts'
import { explainFailure } from './syntax-problems.ts'

/** The studio's own limit, in UTF-16 code units; FusionAuth documents none. */
const largestBody = 256 * 1024

/** In the order in which they are told at one place. */
const severities: readonly Severity[] = ['error', 'warning', 'info']

/**
 * Finds what FusionAuth would refuse, drop or do otherwise than the body seems to expect, without running it.
 * Gives the problems in the order of the text; never throws, whatever the body.
 */
export function checkBody(request: CheckRequest): readonly Problem[] {
  if (request.body.length > largestBody) return [tooLarge(request.body.length)]
  try {
    return problemsOf(request).toSorted(byPlace)
  } catch (error) {
    return [incomplete(error)]
  }
}

function byPlace(a: Problem, b: Problem): number {
  return (
    a.line - b.line || a.column - b.column || severities.indexOf(a.severity) - severities.indexOf(b.severity)
  )
}

function problemsOf(request: CheckRequest): readonly Problem[] {
  const { body, engineType, ecmaVersion } = request
  const level = engineType === 'Nashorn' ? 5 : ecmaVersion
  const parsed = parseBodyOnce(body, level)
  if (parsed.kind === 'parsed') return lint(request, parsed.program, level)
  const { problems, program } = explainFailure(body, level, parsed)
  return program ? [...problems, ...lint(request, program, level, 'latest')] : problems
}

function tooLarge(length: number): Problem {
  return said<Problem>({
    code: 'body-too-large',
    severity: 'error',
    message: say`The body has ${length} characters; the studio checks and runs up to ${largestBody}.`,
    line: 1,
    column: 1,
    hint: 'Take data out of the body: a lambda is compiled in the path of a login.',
  })
}

function incomplete(error: unknown): Problem {
  return {
    code: 'checks-incomplete',
    severity: 'error',
    message:
      error instanceof RangeError
        ? 'The body is nested too deeply to be checked.'
        : 'The checks failed on this body in a way that the studio did not expect.',
    line: 1,
    column: 1,
    hint: 'Break long chains and deep nesting into statements of their own.',
  }
}
