import type { AnyNode } from 'acorn'
import type { NamedFunction } from './lambda-function.ts'
import { ancestors, isFunction, parentOf, type NodeOf } from './nodes.ts'
import type { Names } from './scopes.ts'
import { childrenOf } from './walk.ts'

/** Whether a node is reached in every run of the lambda, as far as the text tells for sure. */
export type IsCertain = (node: AnyNode) => boolean

type Block = NodeOf<'Program' | 'BlockStatement'>

/**
 * Makes {@link IsCertain}: certain is what the top level or the lambda function does under no condition, in no loop
 * and in no try block, before any statement that may leave, or what a function does that is called so.
 */
export function certainty(lambda: NamedFunction | null, names: Names): IsCertain {
  const firstExit = exitFinder()
  const known = new Map<AnyNode, boolean>()
  const running = new Map<AnyNode, boolean>()

  const reached = (node: AnyNode): boolean => {
    const below: AnyNode[] = []
    const answer = decide(node, below)
    for (const each of below) known.set(each, answer)
    return answer
  }
  /** Goes outward until something decides, and notes what it passes: the answer is the same for all of it. */
  const decide = (node: AnyNode, passed: AnyNode[]): boolean => {
    for (const { child, node: parent } of ancestors(node)) {
      const answer = known.get(child)
      if (answer !== undefined) return answer
      passed.push(child)
      if (isConditional(child, parent)) return false
      if (isBlock(parent) && child.start >= firstExit(parent)) return false
      if (isFunction(parent)) return runs(parent, child)
    }
    return true
  }
  const runs = (
    node: NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>,
    child: AnyNode,
  ) => {
    if (node.async || node.generator || child !== node.body) return false
    const answer = running.get(node)
    if (answer !== undefined) return answer
    running.set(node, false)
    const certain = node === lambda?.node || callsOf(node).some(reached)
    running.set(node, certain)
    return certain
  }
  const callsOf = (node: AnyNode): AnyNode[] => {
    const parent = parentOf(node)
    if (parent && isCallOf(parent, node)) return [parent]
    const name = nameOf(node, parent)
    const variable = name?.type === 'Identifier' ? names.variableOf(name) : null
    return (variable?.mentions ?? [])
      .map(({ identifier }) => ({ identifier, call: parentOf(identifier) }))
      .flatMap(({ identifier, call }) => (call && isCallOf(call, identifier) ? [call] : []))
  }
  return reached
}

function isCallOf(call: AnyNode, callee: AnyNode): boolean {
  return call.type === 'CallExpression' && call.callee === callee
}

function nameOf(node: AnyNode, parent: AnyNode | null): AnyNode | null {
  if (node.type === 'FunctionDeclaration') return node.id
  return parent?.type === 'VariableDeclarator' ? parent.id : null
}

function isConditional(child: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return child !== parent.test
    case 'ForStatement':
      return child !== parent.init && child !== parent.test
    case 'ForInStatement':
    case 'ForOfStatement':
      return child !== parent.right
    case 'LogicalExpression':
      return child === parent.right
    case 'AssignmentExpression':
      return child === parent.right && /^(\?\?|\|\||&&)=$/.test(parent.operator)
    case 'AssignmentPattern':
      return child === parent.right
    case 'TryStatement':
      return child === parent.block && Boolean(parent.handler)
    case 'CatchClause':
    case 'SwitchCase':
    case 'ChainExpression':
    case 'PropertyDefinition':
      return true
    default:
      return false
  }
}

function isBlock(node: AnyNode): node is Block {
  return node.type === 'Program' || node.type === 'BlockStatement'
}

/** Makes a function that says where the statements of a block begin that an earlier one may keep from running. */
function exitFinder(): (block: Block) => number {
  const exits = new Map<Block, number>()
  const leaving = new Map<AnyNode, boolean>()
  const mayLeave = (node: AnyNode): boolean => {
    if (isFunction(node)) return false
    const answer =
      leaving.get(node) ??
      (/^(Return|Throw|Break|Continue)Statement$/.test(node.type) || childrenOf(node).some(mayLeave))
    leaving.set(node, answer)
    return answer
  }
  return (block) => {
    const start = exits.get(block) ?? block.body.find(mayLeave)?.end ?? Infinity
    exits.set(block, start)
    return start
  }
}
