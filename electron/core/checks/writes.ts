import type { AnyNode, CallExpression } from 'acorn'
import { argumentAt, keyName, propertyName } from './nodes.ts'

/** A place that a statement writes: below `target`, at `key` where one is named. */
export interface Write {
  readonly at: AnyNode
  readonly target: AnyNode
  readonly key?: string | null
}

const mutators = /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/

/** The places that a node writes by itself: assignment, `++`, delete, Object.assign, and methods that change an array. */
export function writesOf(node: AnyNode): readonly Write[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return targetsOf(node.left)
    case 'UpdateExpression':
      return targetsOf(node.argument)
    case 'UnaryExpression':
      return node.operator === 'delete' ? targetsOf(node.argument) : []
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left.type === 'VariableDeclaration' ? [] : targetsOf(node.left)
    case 'CallExpression':
      return [...objectWrites(node), ...arrayWrites(node)]
    default:
      return []
  }
}

function targetsOf(node: AnyNode): readonly Write[] {
  switch (node.type) {
    case 'MemberExpression':
      return [{ at: node, target: node }]
    case 'ChainExpression':
      return targetsOf(node.expression)
    case 'ObjectPattern':
      return node.properties.flatMap((property) =>
        targetsOf(property.type === 'Property' ? property.value : property),
      )
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element ? targetsOf(element) : []))
    case 'AssignmentPattern':
      return targetsOf(node.left)
    case 'RestElement':
      return targetsOf(node.argument)
    default:
      return []
  }
}

/** `Object.assign(target, { key: ... })` and `Object.defineProperty(target, 'key', ...)`. */
function objectWrites(node: CallExpression): readonly Write[] {
  const { callee } = node
  const target = argumentAt(node, 0)
  if (!target || callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return []
  const name = `${callee.object.name}.${propertyName(callee) ?? ''}`
  if (/^(Object\.defineProperty|Reflect\.(set|deleteProperty|defineProperty))$/.test(name)) {
    const key = argumentAt(node, 1)
    return [{ at: target, target, key: key?.type === 'Literal' ? String(key.value) : null }]
  }
  return name === 'Object.assign' ? node.arguments.slice(1).flatMap((source) => assigned(target, source)) : []
}

function assigned(target: AnyNode, source: AnyNode): readonly Write[] {
  if (source.type !== 'ObjectExpression') return [{ at: target, target, key: null }]
  return source.properties.map((property) =>
    property.type === 'Property'
      ? { at: property.key, target, key: keyName(property) }
      : { at: target, target, key: null },
  )
}

function arrayWrites({ callee }: CallExpression): readonly Write[] {
  if (callee.type !== 'MemberExpression' || !mutators.test(propertyName(callee) ?? '')) return []
  return [{ at: callee, target: callee.object, key: null }]
}
