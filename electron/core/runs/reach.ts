import type { AnyNode, MemberExpression, ObjectPattern } from 'acorn'
import { isFunction, keyName, propertyName } from '../checks/nodes.ts'
import { parseBodyOnce } from '../checks/parse-body.ts'
import { remembered } from '../checks/remembered.ts'
import { walk } from '../checks/walk.ts'

/** Names by which a body can come to any built-in: through a list of names, or through code made from text. */
const openings =
  /^(eval|Function|Reflect|constructor|hasOwn|hasOwnProperty|propertyIsEnumerable|getOwnProperty\w+|__\w+__)$/

/** Methods that give an iterator, whose own methods have names that lists have too. */
const iteratorMethods: ReadonlySet<string> = new Set(['keys', 'values', 'entries', 'matchAll', 'iterator'])

/** What is known of a body on the way through it. */
interface Reach {
  readonly names: Set<string>
  isOpen: boolean
}

/**
 * The names by which a body can come to built-ins, with `Iterator` where it can come to an iterator; null where it
 * can come to any, because it makes names as it runs. Takes more for reachable than is; never throws.
 */
export function reachOf(body: string, level: number): readonly string[] | null {
  try {
    const parsed = parseBodyOnce(body, level)
    return parsed.kind === 'parsed' ? reachOfProgram(parsed.program) : null
  } catch {
    // Nested too deeply to be looked through.
    return null
  }
}

/** As {@link reachOf}, at once for a body that was looked through of late. */
export const reachOfOnce = remembered(reachOf, (body, level) => `${level} ${body}`)

function reachOfProgram(program: AnyNode): readonly string[] | null {
  const reach: Reach = { names: new Set(), isOpen: false }
  const mayBeAnother = standsAlone(program)
  walk(program, (node) => {
    meet(node, reach)
    if (mayBeAnother || node.type !== 'MemberExpression' || !isKeysOfObject(node)) return !reach.isOpen
    reach.names.add('Object').add(propertyName(node) ?? '')
    return false
  })
  return reach.isOpen ? null : [...reach.names]
}

/** `Object.keys`, `Object.values` and `Object.entries` give lists, where Object is the language's own. */
function isKeysOfObject({ object, property, computed }: MemberExpression): boolean {
  const isObject = object.type === 'Identifier' && object.name === 'Object'
  return isObject && !computed && property.type === 'Identifier' && iteratorMethods.has(property.name)
}

/** Whether Object stands anywhere but before a dot, where it may be given another meaning. */
function standsAlone(program: AnyNode): boolean {
  let isAlone = false
  walk(program, (node) => {
    if (node.type === 'Identifier' && node.name === 'Object') isAlone = true
    const isMemberOfName = node.type === 'MemberExpression' && node.object.type === 'Identifier'
    return !isAlone && !(isMemberOfName && !node.computed)
  })
  return isAlone
}

function meet(node: AnyNode, reach: Reach): void {
  if (node.type === 'Identifier') meetName(node.name, reach)
  else if (node.type === 'ObjectPattern') meetPattern(node, reach)
  else if (node.type === 'MemberExpression' && node.computed) meetKey(propertyName(node), reach)
  else if (node.type === 'BinaryExpression' && node.operator === 'in') meetKey(literalText(node.left), reach)
  else if (node.type === 'WithStatement') reach.isOpen = true
  else if (isFunction(node) && node.generator) reach.names.add('Iterator')
}

/** `{ 'name': local } = object` reads as `object.name` does. */
function meetPattern({ properties }: ObjectPattern, reach: Reach): void {
  for (const each of properties) if (each.type === 'Property') meetKey(keyName(each), reach)
}

/** A name that is known, or one that the body makes as it runs. */
function meetKey(name: string | null, reach: Reach): void {
  if (name === null) reach.isOpen = true
  else meetName(name, reach)
}

function meetName(name: string, reach: Reach): void {
  reach.names.add(name)
  if (iteratorMethods.has(name)) reach.names.add('Iterator')
  if (openings.test(name)) reach.isOpen = true
}

function literalText(node: AnyNode): string | null {
  return node.type === 'Literal' ? String(node.value) : null
}
