import type { AnyNode } from 'acorn'

/** Visits a syntax tree from the outside in, in the order of the text; `enter` says whether to go into the node. */
export function walk(node: AnyNode, enter: (node: AnyNode) => boolean): void {
  if (!enter(node)) return
  for (const child of childrenOf(node)) walk(child, enter)
}

/** The nodes right below a node, in the order of the text. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'parent')
    .flatMap(([, value]): unknown => value)
    .filter(isNode)
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
