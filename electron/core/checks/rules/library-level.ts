import type { CallExpression, Expression, MemberExpression, NewExpression } from 'acorn'
import { say, type Words } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { flagFeature } from '../language-features.ts'
import { methodEdition, staticEdition } from '../library.ts'
import { argumentAt, keyName, propertyName } from '../nodes.ts'
import { patternEdition } from '../pattern-edition.ts'
import type { Subject } from '../subject.ts'
import { upperFirst } from '../upper-first.ts'

/** Looks for library functions that the dry run's engine has and the language level lacks. */
export const libraryLevel: Check = (subject) => {
  const own = new Set<string>()
  const calls: { node: CallExpression; callee: MemberExpression; name: string }[] = []
  return {
    Property: (node) => void own.add(keyName(node) ?? ''),
    MethodDefinition: (node) => void own.add(keyName(node) ?? ''),
    CallExpression: (node) => {
      checkPattern(subject, node)
      if (node.callee.type !== 'MemberExpression' || node.optional || node.callee.optional) return
      const name = propertyName(node.callee)
      if (name) calls.push({ node, callee: node.callee, name })
    },
    NewExpression: (node) => {
      checkCause(subject, node)
      checkPattern(subject, node)
    },
    'Program:exit': () => {
      for (const { node, callee, name } of calls) {
        if (!own.has(name)) judge(subject, node, callee, name)
      }
    },
  }
}

/** `new Error(message, { cause })`: an older engine takes no second argument. */
function checkCause(subject: Subject, node: NewExpression): void {
  const options = argumentAt(node, 1)
  if (node.callee.type !== 'Identifier' || !node.callee.name.endsWith('Error') || subject.level >= 2022)
    return
  if (options?.type === 'ObjectExpression')
    report(subject, options, say`The cause of an error`, 2022, false, true)
}

/** `new RegExp(text, 'v')`: in a literal it is syntax, here it is found out in the run. */
function checkPattern(subject: Subject, node: NewExpression | CallExpression): void {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return
  if (subject.names.variableOf(node.callee)?.declared) return
  const [pattern, flags] = [argumentAt(node, 0), argumentAt(node, 1)]
  const flagText = flags === null ? '' : textOf(flags)
  const flag = flagFeature(flagText ?? '')
  const patternText = pattern && textOf(pattern)
  if (flags && flag && flag.since > subject.level) {
    report(subject, flags, upperFirst(flag.name), flag.since, subject.isCertain(node))
  } else if (pattern && patternText !== null && flagText !== null) {
    const edition = patternEdition(patternText, flagText)
    if (isNewer(subject, edition))
      report(subject, pattern, say`What this pattern is written with`, edition, subject.isCertain(node))
  }
}

/** The text of a literal that is one. */
function textOf(node: Expression): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

function judge(subject: Subject, node: CallExpression, callee: MemberExpression, name: string): void {
  const { object } = callee
  const isGlobal = object.type === 'Identifier' && !subject.names.variableOf(object)?.declared
  const whole = isGlobal ? `${object.name}.${name}` : ''
  if (isNewer(subject, staticEdition(whole))) {
    report(subject, callee, whole, staticEdition(whole), subject.isCertain(node))
  } else if (isNewer(subject, methodEdition(name))) {
    const fails = isListOrText(object) && subject.isCertain(node)
    report(subject, callee.property, say`The method ${name}`, methodEdition(name), fails)
  }
}

function isNewer({ level }: Subject, edition: number | undefined): boolean {
  return edition !== undefined && edition > level
}

/** Whether an expression is an array or a string for sure. */
function isListOrText(node: CallExpression['callee']): boolean {
  if (node.type === 'ArrayExpression' || node.type === 'TemplateLiteral') return true
  if (node.type === 'Literal') return typeof node.value === 'string'
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return /^(split|map|filter|toLowerCase|toUpperCase|trim|join|keys)$/.test(propertyName(node.callee) ?? '')
}

function report(
  { level, ...subject }: Subject,
  at: { readonly start: number; readonly end: number },
  what: string | Words,
  edition: number | undefined,
  fails: boolean,
  isIgnored = false,
): void {
  const since = String(edition ?? '')
  subject.report({
    code: 'library-level',
    severity: fails ? 'error' : 'warning',
    at,
    message: isIgnored
      ? say`${what} came with ECMAScript ${since}; at level ${String(level)} it is ignored.`
      : say`${what} came with ECMAScript ${since}; at level ${String(level)} it fails when it is reached.`,
    hint: 'Use an older means, or change ecmaVersion in studio.json if your server knows it.',
  })
}
