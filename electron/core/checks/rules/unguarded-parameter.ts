import type { AnyNode } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { guardsOf } from '../guards.ts'
import { parameterIdentifier } from '../lambda-function.ts'
import { parentOf } from '../nodes.ts'
import type { Mention } from '../scopes.ts'
import type { Subject } from '../subject.ts'

/** Looks for the first unguarded read of a parameter that FusionAuth may leave undefined. */
export const unguardedParameter: Check = (subject) => ({
  'Program:exit': () => {
    subject.request.lambdaType.parameters.forEach(({ mayBeUndefined }, index) => {
      if (mayBeUndefined) checkParameter(subject, index)
    })
  },
})

function checkParameter({ lambda, names, report }: Subject, index: number): void {
  const pattern = lambda?.node.params[index]
  const identifier = pattern?.type === 'Identifier' ? parameterIdentifier(pattern) : null
  const mentions = identifier ? (names.variableOf(identifier)?.mentions ?? []) : []
  const places = {
    reads: mentions.filter(({ reads }) => reads).map(({ identifier: node }) => node),
    writes: mentions.filter(({ writes }) => writes).map(writeOf),
  }
  const isGuarded = guardsOf(places)
  const first = places.reads.find((node) => isEntered(node) && !isGuarded(node))
  if (!first) return
  report({
    code: 'unguarded-parameter',
    severity: 'warning',
    at: first,
    message: say`${first.name} may be undefined, and this throws a TypeError then.`,
    hint: say`Ask first: if (${first.name}) { ... }, or write ${first.name}?. where the language level allows it.`,
  })
}

function writeOf({ identifier }: Mention): AnyNode {
  return parentOf(identifier) ?? identifier
}

/** Whether a member is read from the value, or it is taken apart: both fail on undefined. */
function isEntered(node: AnyNode): boolean {
  const parent = parentOf(node)
  if (parent?.type === 'MemberExpression') return parent.object === node && !parent.optional
  return parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'ObjectPattern'
}
