import type { AnyNode } from 'acorn'
import type { ArgumentPath, PathOf } from './argument-path.ts'
import { propertyName } from './nodes.ts'

/** Whether a write can only make its place smaller: `x = Math.min(x, ...)`, `x -= ...`. */
export function onlyShrinks(write: AnyNode, pathOf: PathOf): boolean {
  if (write.type !== 'AssignmentExpression') return false
  const { left, right, operator } = write
  if (operator === '-=') return true
  if (operator !== '=' || right.type !== 'CallExpression' || !isMathMin(right.callee)) return false
  const place = pathOf(left)
  return place !== null && right.arguments.some((argument) => isSame(pathOf(argument), place))
}

function isMathMin(callee: AnyNode): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Math' &&
    propertyName(callee) === 'min'
  )
}

function isSame(a: ArgumentPath | null, b: ArgumentPath): boolean {
  return a?.parameter === b.parameter && a.segments.join('/') === b.segments.join('/')
}
