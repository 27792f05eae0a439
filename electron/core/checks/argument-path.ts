import type { AnyNode, Identifier } from 'acorn'
import type { ParameterInfo } from '../../contract/models/lambda-type.ts'
import { parameterIdentifier, type NamedFunction } from './lambda-function.ts'
import { bare, keyName, propertyName } from './nodes.ts'
import type { Names, Variable } from './scopes.ts'

/** A place inside an argument of the lambda function; a segment that is computed is null. */
export interface ArgumentPath {
  readonly parameter: ParameterInfo
  readonly segments: readonly (string | null)[]
}

/** Follows an expression back to the argument that it reads, through members and variables set once; else null. */
export type PathOf = (expression: AnyNode) => ArgumentPath | null

/** What the studio follows at most: members of members, and variables that stand for variables. */
const longestTrail = 100

/** Makes {@link PathOf} for the lambda function of a body. */
export function argumentPaths(
  lambda: NamedFunction,
  parameters: readonly ParameterInfo[],
  names: Names,
): PathOf {
  const follow = (node: AnyNode, trail: number): ArgumentPath | null => {
    if (trail > longestTrail) return null
    switch (node.type) {
      case 'ChainExpression':
        return follow(bare(node), trail + 1)
      case 'LogicalExpression':
        return node.operator === '&&' ? null : follow(node.left, trail + 1)
      case 'MemberExpression':
        return extend(follow(node.object, trail + 1), propertyName(node))
      case 'Identifier':
        return ofVariable(node, trail)
      default:
        return null
    }
  }
  const ofVariable = (node: Identifier, trail: number): ArgumentPath | null => {
    const variable = names.variableOf(node)
    if (!variable?.declared) return null
    if (variable.declared.isParameter) return ofParameter(variable, node)
    const { by, name } = variable.declared
    if (by.type !== 'VariableDeclarator' || !by.init || !variable.isSetOnce) return null
    const path = follow(by.init, trail + 1)
    return by.id === name ? path : destructured(by.id, name, path)
  }
  const ofParameter = (variable: Variable, { start }: Identifier): ArgumentPath | null => {
    if (variable.declared?.by !== lambda.node || start > firstChange(variable)) return null
    const index = lambda.node.params.findIndex(
      (param) => parameterIdentifier(param) === variable.declared?.name,
    )
    const parameter = parameters[index]
    return parameter ? { parameter, segments: [] } : null
  }
  const changes = new Map<Variable, number>()
  const firstChange = (variable: Variable): number => {
    const known = changes.get(variable)
    if (known !== undefined) return known
    const change =
      variable.mentions.find((mention) => !keepsValue(mention, variable))?.identifier.start ?? Infinity
    changes.set(variable, change)
    return change
  }
  return (expression) => follow(expression, 0)
}

/** Whether a mention leaves the parameter what it was: a read, or a default such as `user = user || {}`. */
function keepsValue(
  { writes, value }: { writes: boolean; value: AnyNode | null },
  { name, declared }: Variable,
): boolean {
  if (!writes) return true
  if (value?.type === 'LogicalExpression') return value.left.type === 'Identifier' && value.left.name === name
  return declared?.by !== undefined && value !== null && isDefault(value, declared.by)
}

/** Whether a value is the default of a parameter of a function. */
function isDefault(value: AnyNode, by: AnyNode): boolean {
  return (
    'params' in by && by.params.some((param) => param.type === 'AssignmentPattern' && param.right === value)
  )
}

function destructured(pattern: AnyNode, name: Identifier, path: ArgumentPath | null): ArgumentPath | null {
  if (pattern.type !== 'ObjectPattern') return null
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value
    if (value === name) return extend(path, keyName(property))
    const inner = destructured(value, name, extend(path, keyName(property)))
    if (inner) return inner
  }
  return null
}

function extend(path: ArgumentPath | null, segment: string | null): ArgumentPath | null {
  return path && { ...path, segments: [...path.segments, segment] }
}
