import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { parameterIdentifier } from '../lambda-function.ts'
import type { Subject } from '../subject.ts'

/** Looks for `jwt = {...}`: FusionAuth keeps the object that it passed and never sees another. */
export const parameterReassigned: Check = (subject) => ({
  AssignmentExpression: ({ left, right, operator }) => {
    if (left.type !== 'Identifier' || operator !== '=' || !isMutableParameter(subject, left)) return
    const isDefault = right.type === 'LogicalExpression' && subject.textOf(right.left) === left.name
    if (isDefault) return
    subject.report({
      code: 'parameter-reassigned',
      severity: 'warning',
      at: left,
      message: say`This puts another value into the variable ${left.name}; FusionAuth keeps the object that it passed.`,
      hint: say`Set the fields one by one, or use Object.assign(${left.name}, { ... }).`,
    })
  },
})

function isMutableParameter(
  { names, lambda, request }: Subject,
  identifier: { readonly name: string },
): boolean {
  const variable = names.variableOf(identifier as Parameters<typeof names.variableOf>[0])
  if (!variable?.declared || variable.declared.by !== lambda?.node) return false
  const index = lambda.node.params.findIndex(
    (param) => parameterIdentifier(param) === variable.declared?.name,
  )
  return request.lambdaType.parameters[index]?.mutability === 'mutable'
}
