import type { AnyNode } from 'acorn'
import { lastNotAbove } from './bisect.ts'
import { ancestors, type NodeOf } from './nodes.ts'

/** The mentions of one value (a parameter, or `user.data`) in the text, and the assignments to it. */
export interface Mentions {
  readonly reads: readonly AnyNode[]
  readonly writes: readonly AnyNode[]
}

type Block = NodeOf<'Program' | 'BlockStatement'>

/**
 * Makes a function that says whether what happens at a node is safe although the value may be missing: a test around
 * it mentions the value, a statement before it leaves when the value is missing or sets it, or a try block catches.
 */
export function guardsOf({ reads, writes }: Mentions): (node: AnyNode) => boolean {
  const starts = reads.map(({ start }) => start).sort((a, b) => a - b)
  const firstWrite = Math.min(...writes.map(({ end }) => end))
  const guarded = new Map<Block, number>()

  const isTested = (test: AnyNode): boolean =>
    lastNotAbove(starts, test.end - 1) > lastNotAbove(starts, test.start - 1)
  const guardedFrom = (block: Block): number => {
    const known = guarded.get(block)
    if (known !== undefined) return known
    const guard = block.body.find(
      (each) => each.type === 'IfStatement' && isTested(each.test) && leaves(each.consequent),
    )
    const from = guard?.end ?? Infinity
    guarded.set(block, from)
    return from
  }
  return (node) => {
    if (firstWrite <= node.start) return true
    for (const { child, node: parent } of ancestors(node)) {
      if (parent.type === 'TryStatement' && child === parent.block && parent.handler) return true
      const test = testBefore(parent, child)
      if (test && isTested(test)) return true
      if (isBlock(parent) && child.start >= guardedFrom(parent)) return true
    }
    return false
  }
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

function isBlock(node: AnyNode): node is Block {
  return node.type === 'Program' || node.type === 'BlockStatement'
}

/** Whether a statement always ends by leaving. */
function leaves(statement: AnyNode | undefined): boolean {
  if (!statement) return false
  if (statement.type === 'BlockStatement') return leaves(statement.body.at(-1))
  return /^(Return|Throw|Continue|Break)Statement$/.test(statement.type)
}
