import type { AnyNode } from 'acorn'
import type { Check } from '../check.ts'
import { functionAround } from '../nodes.ts'
import { isFetchCall } from '../fetch-results.ts'
import type { Subject } from '../subject.ts'

/** Says once that nobody may wait for what is done later. */
export const promise: Check = (subject) => {
  let first: AnyNode | null = null
  const note = (node: AnyNode) => {
    if (!first || node.start < first.start) first = node
  }
  return {
    AwaitExpression: (node) => {
      // One in the lambda function itself is told by the function being async.
      if (!isFetchCall(subject, node.argument) && functionAround(node) !== subject.lambda?.node) note(node)
    },
    Identifier: (node) => {
      if (node.name === 'Promise' && isGlobalUse(subject, node)) note(node)
    },
    'Program:exit': () => {
      if (first) report(subject, first)
    },
  }
}

function isGlobalUse({ names, level }: Subject, node: Extract<AnyNode, { type: 'Identifier' }>): boolean {
  const variable = names.variableOf(node)
  return level >= 2015 && variable !== null && !variable.declared
}

function report(subject: Subject, at: AnyNode): void {
  subject.report({
    code: 'promise',
    severity: 'warning',
    at: { start: at.start, end: at.type === 'AwaitExpression' ? at.start + 5 : at.end },
    message:
      'What happens after a promise is settled may never happen: FusionAuth does not document that it waits.',
    hint: 'Do the work in a row; fetch and the secrets service give their results at once.',
  })
}
