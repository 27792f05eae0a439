import type { Program } from 'acorn'
import type { Problem } from '../../contract/models/problem.ts'
import { said } from '../../contract/words.ts'
import { argumentPaths } from './argument-path.ts'
import { certainty } from './certainty.ts'
import type { CheckRequest } from './check-request.ts'
import { checks } from './checks.ts'
import { lambdaFunction, topLevelFunctions } from './lambda-function.ts'
import { listenAll } from './listen.ts'
import { nameParents } from './nodes.ts'
import { placesIn } from './place.ts'
import { namesIn, scopesOf } from './scopes.ts'
import type { Finding, Subject } from './subject.ts'

/**
 * Runs every check over a body that has been parsed; `grammar` is the level that it was parsed at.
 * Throws RangeError where the body is nested too deeply.
 */
export function lint(
  request: CheckRequest,
  program: Program,
  level: number,
  grammar: number | 'latest' = level,
): readonly Problem[] {
  nameParents(program)
  const findings: Finding[] = []
  const subject = subjectOf(request, program, { level, grammar }, (finding) => findings.push(finding))
  listenAll(
    program,
    checks.map((check) => check(subject)),
  )
  const placeOf = placesIn(request.body)
  return findings.map(({ at, ...finding }) => said<Problem>({ ...finding, ...placeOf(at.start, at.end) }))
}

function subjectOf(
  request: CheckRequest,
  program: Program,
  { level, grammar }: { readonly level: number; readonly grammar: number | 'latest' },
  report: Subject['report'],
): Subject {
  const { lambdaType, body } = request
  const functions = topLevelFunctions(program)
  const lambda = lambdaFunction(functions, lambdaType.functionNames)
  const names = namesIn(scopesOf(program, grammar))
  return {
    request,
    level,
    functions,
    lambda,
    names,
    pathOf: lambda ? argumentPaths(lambda, lambdaType.parameters, names) : () => null,
    isCertain: certainty(lambda, names),
    textOf: ({ start, end }) => body.slice(start, end),
    report,
  }
}
