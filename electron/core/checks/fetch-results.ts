import type { AnyNode, CallExpression } from 'acorn'
import { bare } from './nodes.ts'
import type { Variable } from './scopes.ts'
import type { Subject } from './subject.ts'

/** Whether a node calls FusionAuth's fetch, and not a function of that name in the body. */
export function isFetchCall({ names }: Pick<Subject, 'names'>, node: AnyNode): node is CallExpression {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'Identifier' &&
    node.callee.name === 'fetch' &&
    !names.variableOf(node.callee)?.declared
  )
}

/** Whether an expression gives the result of fetch: the call, awaited or not, or a variable that holds nothing else. */
export function isFetchResult(subject: Pick<Subject, 'names'>, expression: AnyNode): boolean {
  const node = bare(expression)
  if (node.type !== 'Identifier') return isFetchCall(subject, node)
  const variable = subject.names.variableOf(node)
  return variable !== null && holdsFetchResult(subject, variable)
}

const known = new WeakMap<Variable, boolean>()

function holdsFetchResult(subject: Pick<Subject, 'names'>, variable: Variable): boolean {
  const answer = known.get(variable) ?? onlyFetchCalls(subject, variable)
  known.set(variable, answer)
  return answer
}

function onlyFetchCalls(subject: Pick<Subject, 'names'>, { declared, mentions }: Variable): boolean {
  if (declared?.by.type !== 'VariableDeclarator') return false
  const values = mentions.filter(({ writes }) => writes).map(({ value }) => value && bare(value))
  const held = values.filter((value) => value?.type !== 'Literal')
  return held.length > 0 && held.every((value) => value !== null && isFetchCall(subject, value))
}
