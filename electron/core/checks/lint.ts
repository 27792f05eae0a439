import { createRequire } from 'node:module'
import type { Program } from 'acorn'
import type { Rule, SourceCode } from 'eslint'
import type * as Universal from 'eslint/universal'
import type { Problem } from '../../contract/models/problem.ts'
import { said } from '../../contract/words.ts'
import { argumentPaths } from './argument-path.ts'
import { certainty } from './certainty.ts'
import type { Check } from './check.ts'
import type { CheckRequest } from './check-request.ts'
import { checks } from './checks.ts'
import { lambdaFunction, topLevelFunctions } from './lambda-function.ts'
import { placesIn } from './place.ts'
import { namesIn } from './scopes.ts'
import type { Finding, Subject } from './subject.ts'

/** What the parser hands to the rules, in the way that ESLint has for it. */
interface Services {
  readonly open: (sourceCode: SourceCode) => Subject
}

let linter: Universal.Linter | undefined

/** ESLint takes 50 ms to load, which a command that checks nothing need not pay. */
function loadedLinter(): Universal.Linter {
  if (!linter) {
    const eslint = createRequire(import.meta.url)('eslint/universal') as typeof Universal
    linter = new eslint.Linter({ configType: 'flat' })
  }
  return linter
}

/**
 * Runs every check over a body that has been parsed, through ESLint; `grammar` is the level that it was parsed at.
 * Throws RangeError where the body is nested too deeply.
 */
export function lint(
  request: CheckRequest,
  program: Program,
  level: number,
  grammar: number | 'latest' = level,
): readonly Problem[] {
  const findings: Finding[] = []
  let subject: Subject | undefined
  const open = (sourceCode: SourceCode) =>
    (subject ??= openSubject(request, program, level, sourceCode, (finding) => findings.push(finding)))
  const messages = loadedLinter().verify(request.body, [config(program, grammar, { open })], 'lambda.js')
  const failure = messages.find(({ fatal }) => fatal)
  if (failure) throw new RangeError(failure.message)
  return toProblems(request.body, findings)
}

function config(program: Program, grammar: number | 'latest', services: Services): Universal.Linter.Config {
  return {
    plugins: { lambda: { rules } },
    rules: enabled,
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      // This also decides which globals the language has.
      ecmaVersion: grammar,
      sourceType: 'script',
      // In the language, and like WebAssembly not known to be in FusionAuth.
      globals: { SharedArrayBuffer: 'off', Atomics: 'off' },
      parser: { parseForESLint: () => ({ ast: { ...program, tokens: [], comments: [] }, services }) },
    },
  }
}

const rules = Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, asRule(check)]))
const enabled = Object.fromEntries(Object.keys(checks).map((name) => [`lambda/${name}`, 'error' as const]))

function asRule(check: Check): Rule.RuleModule {
  return {
    // No rule has options; to prove that, ESLint would load a validator, which takes as long as the checks.
    meta: { schema: false },
    create: ({ sourceCode }) => {
      const { open } = sourceCode.parserServices as Services
      // The nodes are acorn's, which ESLint types as ESTree's.
      return check(open(sourceCode)) as Rule.RuleListener
    },
  }
}

function openSubject(
  request: CheckRequest,
  program: Program,
  level: number,
  { scopeManager }: SourceCode,
  report: Subject['report'],
): Subject {
  const { lambdaType, body } = request
  const functions = topLevelFunctions(program)
  const lambda = lambdaFunction(functions, lambdaType.functionNames)
  const names = namesIn(scopeManager)
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

function toProblems(body: string, findings: readonly Finding[]): readonly Problem[] {
  const placeOf = placesIn(body)
  return findings.map(({ at, ...finding }) => said<Problem>({ ...finding, ...placeOf(at.start, at.end) }))
}
