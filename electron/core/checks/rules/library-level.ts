import type { CallExpression, MemberExpression, NewExpression } from 'acorn'
import type { Check } from '../check.ts'
import { flagFeature } from '../language-features.ts'
import { methodEdition, staticEdition } from '../library.ts'
import { argumentAt, keyName, propertyName } from '../nodes.ts'
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
      if (node.callee.type !== 'MemberExpression' || node.optional || node.callee.optional) return
      const name = propertyName(node.callee)
      if (name) calls.push({ node, callee: node.callee, name })
    },
    NewExpression: (node) => {
      checkCause(subject, node)
      checkFlags(subject, node)
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
    report(subject, options, 'The cause of an error', 2022, false, 'is ignored')
}

/** `new RegExp(text, 'v')`: the flags of a literal are syntax, these are found out in the run. */
function checkFlags(subject: Subject, node: NewExpression): void {
  const flags = argumentAt(node, 1)
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return
  if (flags?.type !== 'Literal' || typeof flags.value !== 'string') return
  const feature = flagFeature(flags.value)
  if (feature && feature.since > subject.level)
    report(subject, flags, upperFirst(feature.name), feature.since, subject.isCertain(node))
}

function judge(subject: Subject, node: CallExpression, callee: MemberExpression, name: string): void {
  const { object } = callee
  const isGlobal = object.type === 'Identifier' && !subject.names.variableOf(object)?.declared
  const whole = isGlobal ? `${object.name}.${name}` : ''
  if (isNewer(subject, staticEdition(whole))) {
    report(subject, callee, whole, staticEdition(whole), subject.isCertain(node))
  } else if (isNewer(subject, methodEdition(name))) {
    const fails = isListOrText(object) && subject.isCertain(node)
    report(subject, callee.property, `The method ${name}`, methodEdition(name), fails)
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
  what: string,
  edition: number | undefined,
  fails: boolean,
  effect = 'fails when it is reached',
): void {
  subject.report({
    code: 'library-level',
    severity: fails ? 'error' : 'warning',
    at,
    message: `${what} came with ECMAScript ${edition ?? ''}; at level ${level} it ${effect}.`,
    hint: 'Use an older means, or change ecmaVersion in studio.json if your server knows it.',
  })
}
