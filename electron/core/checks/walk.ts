import type { AnyNode } from 'acorn'
import { KEYS, getKeys } from 'eslint-visitor-keys'

/** Visits a syntax tree from the outside in, in the order of the text; `enter` says whether to go into the node. */
export function walk(node: AnyNode, enter: (node: AnyNode) => boolean): void {
  if (!enter(node)) return
  for (const child of childrenOf(node)) walk(child, enter)
}

/** The nodes right below a node, in the order of the text. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const below: AnyNode[] = []
  for (const key of KEYS[node.type] ?? getKeys(node)) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[key]
    if (!Array.isArray(value)) addNode(below, value)
    else for (const item of value) addNode(below, item)
  }
  // The fixed parts of a template come before what stands between them.
  return node.type === 'TemplateLiteral' ? below.sort((a, b) => a.start - b.start) : below
}

function addNode(nodes: AnyNode[], value: unknown): void {
  if (isNode(value)) nodes.push(value)
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
