import type { AnyNode, CallExpression, Identifier, MemberExpression, NewExpression } from 'acorn'
import { say, type Words } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { newerInText } from '../code-in-text.ts'
import { argumentAt, parentOf, propertyName } from '../nodes.ts'
import type { Subject } from '../subject.ts'
import { upperFirst } from '../upper-first.ts'

/** Points at code that no check can see into: eval, the Function constructor by any name, with. */
export const dynamicCode: Check = (subject) => ({
  Identifier: (node) => {
    if (isMaker(node.name) && isGlobal(subject, node) && !isHarmless(node)) fromText(subject, node, node.name)
  },
  MemberExpression: (node) => {
    const name = propertyName(node)
    if (name === null) return
    if (isMaker(name) && isGlobalObject(subject, node.object)) fromText(subject, node, name)
    else if (name === 'constructor' && isOfFunction(node))
      fromText(subject, node, name, say`The constructor of functions`)
  },
  WithStatement: (node) =>
    subject.report({
      code: 'with-statement',
      severity: 'warning',
      at: { start: node.start, end: node.object.end },
      message:
        'In a with statement nobody can tell where a name comes from, and the checks cannot see into it.',
      hint: 'Put the object into a variable with a short name.',
    }),
})

const isMaker = (name: string): boolean => name === 'eval' || name === 'Function'

/** Whether an identifier mentions a global, and is not the name of a property. */
function isGlobal({ names }: Subject, node: Identifier): boolean {
  const variable = names.variableOf(node)
  return variable !== null && variable.declared === null
}

function isGlobalObject(subject: Subject, node: AnyNode): boolean {
  return node.type === 'Identifier' && node.name === 'globalThis' && isGlobal(subject, node)
}

/** `instanceof Function`, `typeof eval` and `Function.prototype` make nothing. */
function isHarmless(node: Identifier): boolean {
  const parent = parentOf(node)
  if (parent?.type === 'BinaryExpression') return parent.right === node
  if (parent?.type === 'MemberExpression') return propertyName(parent) === 'prototype'
  return parent?.type === 'UnaryExpression'
}

/** `(() => 1).constructor` and `list.constructor.constructor`; the latter where it is called alone. */
function isOfFunction(node: MemberExpression): boolean {
  const { object } = node
  if (/Function/.test(object.type)) return true
  return object.type === 'MemberExpression' && propertyName(object) === 'constructor' && callOf(node) !== null
}

/** The call of what an expression gives; null where it is only mentioned. */
function callOf(node: AnyNode): CallExpression | NewExpression | null {
  const parent = parentOf(node)
  const outer = parent?.type === 'SequenceExpression' && parent.expressions.at(-1) === node ? parent : node
  const call = parentOf(outer)
  return (call?.type === 'CallExpression' || call?.type === 'NewExpression') && call.callee === outer
    ? call
    : null
}

function fromText(subject: Subject, node: AnyNode, name: string, shown: string | Words = name): void {
  const call = callOf(node)
  subject.report({
    code: 'dynamic-code',
    severity: 'warning',
    at: call ?? node,
    message: say`${shown} makes code from text: FusionAuth restricts its engine, and the checks cannot see into it.`,
    hint: 'Write the code itself; for data use JSON.parse.',
  })
  if (call) checkText(subject, call, name)
}

/** A text that stands in the body can be looked into as far as its syntax goes. */
function checkText(subject: Subject, call: CallExpression | NewExpression, name: string): void {
  const text = argumentAt(call, name === 'eval' ? 0 : call.arguments.length - 1)
  if (text?.type !== 'Literal' || typeof text.value !== 'string') return
  const newer = newerInText(text.value, subject.level)
  if (!newer) return
  subject.report({
    code: 'language-level',
    severity: subject.isCertain(call) ? 'error' : 'warning',
    at: text,
    message: say`${upperFirst(newer)} in this text is newer than ECMAScript ${String(subject.level)}: it throws a SyntaxError when it is reached.`,
    hint: 'Write it in the older form, or change ecmaVersion in studio.json if your server knows it.',
  })
}
