import type { AnyNode, Program } from 'acorn'
import type { Problem } from '../../contract/models/problem.ts'
import { said, say } from '../../contract/words.ts'
import { newerFeatures } from './language-features.ts'
import { parseBody } from './parse-body.ts'
import { placesIn } from './place.ts'
import { isFunction } from './nodes.ts'
import { removedAwait } from './removed-await.ts'
import { upperFirst } from './upper-first.ts'
import { walk } from './walk.ts'

interface Failure {
  readonly message: string
  readonly position: number
}

/** Why a body does not parse; with the syntax tree where it parses as newer language. */
interface Explanation {
  readonly problems: readonly Problem[]
  readonly program: Program | null
}

/** Says why a body does not parse at a level: newer language, module syntax, a top-level await, or plain wrong. */
export function explainFailure(body: string, level: number, failure: Failure): Explanation {
  const newer = parseBody(body, 'latest')
  if (newer.kind === 'parsed')
    return { problems: languageLevel(body, level, newer.program, failure), program: newer.program }
  const found = notOfScripts(body)
  return { problems: found.length > 0 ? found : [syntaxError(body, newer)], program: null }
}

/** What only a module may have, or what stands where a script cannot wait; empty where it is neither. */
function notOfScripts(body: string): readonly Problem[] {
  const module = parseBody(body, 'latest', { sourceType: 'module' })
  if (module.kind === 'parsed') return moduleSyntax(body, module.program)
  const awaiting = parseBody(body, 'latest', { allowAwaitOutsideFunction: true })
  return awaiting.kind === 'parsed' ? topLevelAwaits(body, awaiting.program) : []
}

function languageLevel(body: string, level: number, program: Program, failure: Failure): readonly Problem[] {
  const edition = level === 5 ? 'ECMAScript 5.1' : `ECMAScript ${level}`
  const newer = newerFeatures(program, level)
  const placeOf = placesIn(body)
  const found =
    newer.length > 0
      ? newer.map(({ name, since, node }) => ({
          message: say`${upperFirst(name)} needs ECMAScript ${String(since)}; the engine is taken to know ${edition}.`,
          ...placeOf(node.start, firstLineEnd(body, node)),
        }))
      : [
          {
            message: say`This is newer than ${edition}, which the engine is taken to know: ${failure.message}.`,
            ...placeOf(failure.position, failure.position),
          },
        ]
  return found.map((problem) =>
    said<Problem>({
      code: 'language-level',
      severity: 'error',
      hint: 'Write it in the older form, or change ecmaVersion in studio.json if your server knows it.',
      ...problem,
    }),
  )
}

function moduleSyntax(body: string, program: Program): readonly Problem[] {
  const statements = program.body.filter(({ type }) => /^(Import|Export)/.test(type))
  if (statements.length === 0) return topLevelAwaits(body, program)
  const placeOf = placesIn(body)
  return statements.map((node) =>
    said<Problem>({
      code: 'not-a-script',
      severity: 'error',
      message: say`A lambda is a script, not a module: ${node.type.startsWith('Import') ? 'import' : 'export'} does not parse.`,
      ...placeOf(node.start, firstLineEnd(body, node)),
      hint: node.type.startsWith('Import')
        ? 'FusionAuth has no modules; put the code that you need into the body.'
        : 'Remove the export; FusionAuth finds the function by its name.',
      ...unexported(node),
    }),
  )
}

/** Removing the word is sure where a declaration follows it. */
function unexported(node: AnyNode): Pick<Problem, 'fix'> {
  const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : null
  if (!declaration) return {}
  return { fix: { title: 'Remove export', start: node.start, end: declaration.start, text: '' } }
}

function topLevelAwaits(body: string, program: Program): readonly Problem[] {
  const problems: Problem[] = []
  const placeOf = placesIn(body)
  walk(program, (node) => {
    if (isFunction(node)) return false
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) {
      problems.push({
        code: 'top-level-await',
        severity: 'error',
        message: 'await outside of a function does not parse in a script.',
        ...placeOf(node.start, node.start + 5),
        hint: "FusionAuth's fetch gives its result at once: leave await out.",
        ...(node.type === 'AwaitExpression' && removedAwait(body, node)),
      })
    }
    return true
  })
  return problems
}

function syntaxError(body: string, failure: Failure): Problem {
  const awaited = /\bawait\s+$/.exec(body.slice(Math.max(0, failure.position - 100), failure.position))
  return said<Problem>({
    code: 'syntax-error',
    severity: 'error',
    message: say`The body does not parse: ${failure.message}.`,
    ...placesIn(body)(failure.position, Math.min(failure.position + 1, body.length)),
    hint: awaited
      ? "await stands in a function that is not async; FusionAuth's fetch gives its result at once, so leave await out."
      : 'FusionAuth leaves a lambda that does not compile out of use; correct it before you push.',
  })
}

/** Where a node ends, or the line that it starts on, if that is sooner. */
function firstLineEnd(body: string, { start, end }: AnyNode): number {
  const length = body.slice(start, end).search(/[\r\n\u2028\u2029]/)
  return length < 0 ? end : start + length
}
