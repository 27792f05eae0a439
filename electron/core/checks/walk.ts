import type { AnyNode } from 'acorn'

/** Visits a syntax tree from the outside in, in the order of the text; `enter` says whether to go into the node. */
export function walk(node: AnyNode, enter: (node: AnyNode) => boolean): void {
  if (!enter(node)) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) walk(child, enter)
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
