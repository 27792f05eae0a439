import type { AnyNode } from 'acorn'
import { ancestors, type NodeOf } from './nodes.ts'

/** The mentions of one value (a parameter, or `user.data`) in the text, and the assignments to it. */
export interface Mentions {
  readonly reads: readonly AnyNode[]
  readonly writes: readonly AnyNode[]
}

/**
 * Whether what happens at a node is safe although the value may be missing: a test around it mentions the value, a
 * statement before it leaves when the value is missing or sets it, or a try block catches the failure.
 */
export function isGuarded(node: AnyNode, { reads, writes }: Mentions): boolean {
  if (writes.some(({ end }) => end <= node.start)) return true
  for (const { child, node: parent } of ancestors(node)) {
    if (parent.type === 'TryStatement' && child === parent.block && parent.handler) return true
    const test = testBefore(parent, child)
    if (test && mentions(test, reads)) return true
    if (isBlock(parent) && leavesBefore(parent, child, reads)) return true
  }
  return false
}

/** The condition under which a child of a node is reached. */
function testBefore(parent: AnyNode, child: AnyNode): AnyNode | null | undefined {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'ForStatement':
      return child === parent.test ? null : parent.test
    case 'LogicalExpression':
      return child === parent.right ? parent.left : null
    case 'SwitchCase':
      return child === parent.test ? null : parent.test
    default:
      return null
  }
}

function mentions(test: AnyNode, reads: readonly AnyNode[]): boolean {
  return reads.some(({ start, end }) => start >= test.start && end <= test.end)
}

function isBlock(node: AnyNode): node is NodeOf<'Program' | 'BlockStatement'> {
  return node.type === 'Program' || node.type === 'BlockStatement'
}

function leavesBefore(
  block: NodeOf<'Program' | 'BlockStatement'>,
  child: AnyNode,
  reads: readonly AnyNode[],
): boolean {
  return block.body.some(
    (statement) =>
      statement.end <= child.start &&
      statement.type === 'IfStatement' &&
      mentions(statement.test, reads) &&
      leaves(statement.consequent),
  )
}

/** Whether a statement always ends by leaving. */
function leaves(statement: AnyNode | undefined): boolean {
  if (!statement) return false
  if (statement.type === 'BlockStatement') return leaves(statement.body.at(-1))
  return /^(Return|Throw|Continue|Break)Statement$/.test(statement.type)
}
