import type { AnyNode } from 'acorn'
import type { Check } from '../check.ts'
import type { Subject } from '../subject.ts'

/** Points at code that no check can see into: eval, the Function constructor, with. */
export const dynamicCode: Check = (subject) => ({
  CallExpression: (node) => fromText(subject, node, node.callee, ['eval', 'Function']),
  NewExpression: (node) => fromText(subject, node, node.callee, ['Function']),
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

function fromText(subject: Subject, at: AnyNode, callee: AnyNode, names: readonly string[]): void {
  if (callee.type !== 'Identifier' || !names.includes(callee.name)) return
  if (subject.names.variableOf(callee)?.declared) return
  subject.report({
    code: 'dynamic-code',
    severity: 'warning',
    at,
    message: `${callee.name} makes code from text: FusionAuth restricts its engine, and the checks cannot see into it.`,
    hint: 'Write the code itself; for data use JSON.parse.',
  })
}
