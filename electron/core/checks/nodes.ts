import type { AnyNode, CallExpression, Expression, MemberExpression, NewExpression, Program } from 'acorn'
import { childrenOf, walk } from './walk.ts'

/** A node of the syntax tree, by the name of its type. */
export type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>

/** Puts to each node the one around it, for {@link parentOf}. */
export function nameParents(program: Program): void {
  walk(program, (node) => {
    for (const child of childrenOf(node)) (child as { parent?: AnyNode }).parent = node
    return true
  })
}

/** The node around a node, once {@link nameParents} has been there. */
export function parentOf(node: AnyNode): AnyNode | null {
  return (node as { parent?: AnyNode | null }).parent ?? null
}

/** The nodes around a node, from the inside out, each with the one that it was reached from. */
export function* ancestors(node: AnyNode): Generator<{ readonly child: AnyNode; readonly node: AnyNode }> {
  for (let child = node, parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    yield { child, node: parent }
  }
}

/** The name in `object.name` and `object['name']`; null where it is computed. */
export function propertyName({ property, computed }: MemberExpression): string | null {
  if (!computed) return property.type === 'Identifier' ? property.name : null
  return property.type === 'Literal' ? String(property.value) : null
}

/** The name of a property in an object literal or pattern; null where it is computed. */
export function keyName({
  key,
  computed,
}: {
  readonly key: AnyNode
  readonly computed: boolean
}): string | null {
  if (key.type === 'Identifier') return computed ? null : key.name
  return key.type === 'Literal' ? String(key.value) : null
}

/** An expression without what leaves its value alone: the frame of an optional chain, and `await`. */
export function bare(node: AnyNode): AnyNode {
  if (node.type === 'ChainExpression') return bare(node.expression)
  return node.type === 'AwaitExpression' ? bare(node.argument) : node
}

/** The argument of a call at a position, where it is not spread. */
export function argumentAt(call: CallExpression | NewExpression, index: number): Expression | null {
  const argument = call.arguments[index]
  return argument && argument.type !== 'SpreadElement' ? argument : null
}

/** Whether a node begins a function of its own, so that what is inside runs only when it is called. */
export function isFunction(
  node: AnyNode,
): node is NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'> {
  return /^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type)
}

/** The function whose own statements a node is among; null at the top level. */
export function functionAround(node: AnyNode): AnyNode | null {
  for (const { node: parent } of ancestors(node)) if (isFunction(parent)) return parent
  return null
}
