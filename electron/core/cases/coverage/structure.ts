import { tokenizer, type AnyNode, type ecmaVersion } from 'acorn'
import { parseBody } from '../../checks/parse-body.ts'
import { isFunction } from '../../checks/nodes.ts'
import { walk } from '../../checks/walk.ts'

/** Places of a body whose counts tell what ran; offsets count from 0, lines from 1. */
export interface BodyStructure {
  readonly functions: readonly { readonly name: string; readonly start: number }[]
  readonly branches: readonly Branch[]
  /** The tokens of each line that has any besides brackets and the like. */
  readonly lines: ReadonlyMap<number, readonly number[]>
}

/** A part of the body that may be passed over. */
export interface Branch {
  readonly start: number
  /** For the missing `else` of an `if`: the part whose count is to be taken off. */
  readonly without?: number
}

/** What can be covered in a body; nothing in one that cannot be parsed, because that does not run either. */
export function structureOf(body: string): BodyStructure {
  const parsed = parseBody(body, 'latest')
  if (parsed.kind === 'failed') return { functions: [], branches: [], lines: new Map() }
  const functions: { name: string; start: number }[] = []
  const branches: Branch[] = []
  const visit = (node: AnyNode, name: string): void =>
    walk(node, (child) => {
      if (isFunction(child)) functions.push({ name: functionName(child) ?? name, start: child.start })
      branches.push(...branchesOf(child))
      return true
    })
  visit(parsed.program, '(anonymous)')
  return { functions, branches, lines: tokensByLine(body) }
}

function functionName(node: AnyNode): string | undefined {
  return 'id' in node && node.id?.type === 'Identifier' ? node.id.name : undefined
}

function branchesOf(node: AnyNode): Branch[] {
  switch (node.type) {
    case 'IfStatement':
      return [
        { start: node.consequent.start },
        node.alternate
          ? { start: node.alternate.start }
          : { start: node.start, without: node.consequent.start },
      ]
    case 'ConditionalExpression':
      return [{ start: node.consequent.start }, { start: node.alternate.start }]
    case 'LogicalExpression':
      return [{ start: node.right.start }]
    case 'SwitchCase':
      return [{ start: node.start }]
    case 'CatchClause':
      return [{ start: node.body.start }]
    default:
      return []
  }
}

/** Starts of the tokens on each line; a line of closing brackets runs when what they close runs. */
function tokensByLine(body: string): Map<number, number[]> {
  const lines = new Map<number, number[]>()
  const latest: ecmaVersion = 'latest'
  for (const { start, end, loc } of tokenizer(body, { ecmaVersion: latest, locations: true })) {
    if (!loc || /^[\])};,]+$/.test(body.slice(start, end))) continue
    const tokens = lines.get(loc.start.line)
    if (tokens) tokens.push(start)
    else lines.set(loc.start.line, [start])
  }
  return lines
}
