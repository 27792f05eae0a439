import type { AnyNode } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { ancestors, isFunction, parentOf } from '../nodes.ts'
import type { Mention, Variable } from '../scopes.ts'
import type { Subject } from '../subject.ts'

/** Looks for top-level variables that are used as if they lasted: caches and counters. */
export const stateBetweenRuns: Check = (subject) => ({
  'Program:exit': () => {
    for (const variable of subject.names.topLevel) {
      const kept = variable.mentions.find((mention) => keeps(subject, variable, mention))
      if (kept) report(subject, kept)
    }
  },
})

/** Whether a mention writes the variable in a function because of what an earlier run may have left in it. */
function keeps(subject: Subject, variable: Variable, mention: Mention): boolean {
  const written = writeAt(mention)
  if (!written || !isInFunction(mention.identifier)) return false
  if (isDefaulting(written, variable.name)) return true
  return isCount(subject, written) || isUnderTestOf(variable, mention.identifier)
}

/** The expression that writes the variable or a computed member of it, such as `cache[user.id] = ...`. */
function writeAt({ identifier, writes }: Mention): AnyNode | null {
  const parent = parentOf(identifier)
  if (writes) return parent
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier || !parent.computed) return null
  const outer = parentOf(parent)
  return outer?.type === 'AssignmentExpression' && outer.left === parent ? outer : null
}

function isInFunction(node: AnyNode): boolean {
  return [...ancestors(node)].some(({ node: parent }) => isFunction(parent))
}

function isDefaulting(write: AnyNode, name: string): boolean {
  if (write.type !== 'AssignmentExpression') return false
  if (/^(\?\?|\|\|)=$/.test(write.operator)) return true
  const { right } = write
  return right.type === 'LogicalExpression' && right.left.type === 'Identifier' && right.left.name === name
}

/** A counter in the lambda function itself: a helper may well count within one run. */
function isCount({ isCertain }: Subject, write: AnyNode): boolean {
  const counts =
    write.type === 'UpdateExpression' || (write.type === 'AssignmentExpression' && write.operator === '+=')
  return counts && isCertain(write)
}

function isUnderTestOf({ mentions }: Variable, node: AnyNode): boolean {
  for (const { child, node: parent } of ancestors(node)) {
    if (isFunction(parent)) return false
    if (parent.type !== 'IfStatement' || child === parent.test) continue
    const { start, end } = parent.test
    if (mentions.some(({ identifier }) => identifier.start >= start && identifier.end <= end)) return true
  }
  return false
}

function report(subject: Subject, { identifier }: Mention): void {
  subject.report({
    code: 'state-between-runs',
    severity: 'warning',
    at: identifier,
    message: say`${identifier.name} starts anew in every run: a lambda keeps nothing from one run to the next.`,
    hint: 'Keep it in user.data where the type lets you write it, or ask your service each time.',
  })
}
