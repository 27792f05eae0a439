import type { ReturnStatement } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { ancestors, isFunction } from '../nodes.ts'
import type { Subject } from '../subject.ts'

/** Holds what the lambda function returns against what FusionAuth does with it. */
export const returnValue: Check = (subject) => {
  const returns: ReturnStatement[] = []
  return {
    ReturnStatement: (node) => {
      if (isOfLambda(subject, node)) returns.push(node)
    },
    'Program:exit': () => {
      if (subject.request.lambdaType.returnValue === 'ignored') ignored(subject, returns)
      else missing(subject, returns)
    },
  }
}

function isOfLambda({ lambda }: Subject, node: ReturnStatement): boolean {
  for (const { node: parent } of ancestors(node)) if (isFunction(parent)) return parent === lambda?.node
  return false
}

function ignored({ request, report, textOf }: Subject, returns: readonly ReturnStatement[]): void {
  const { functionName, parameters } = request.lambdaType
  for (const node of returns) {
    if (!node.argument || isNothing(textOf(node.argument)) || node.argument.type === 'CallExpression')
      continue
    report({
      code: 'return-value-ignored',
      severity: 'info',
      at: node,
      message: say`FusionAuth does not use what ${functionName} returns; it reads the arguments afterwards.`,
      hint: say`Set the result in ${parameters.find(({ mutability }) => mutability === 'mutable')?.name ?? say`the arguments`}.`,
    })
  }
}

function isNothing(text: string): boolean {
  return /^(undefined|null|void 0)$/.test(text)
}

function missing({ lambda, request, report }: Subject, returns: readonly ReturnStatement[]): void {
  if (!lambda || returns.some(({ argument }) => argument) || lambda.node.body.type !== 'BlockStatement')
    return
  report({
    code: 'missing-return',
    severity: 'warning',
    at: lambda.name,
    message: say`FusionAuth takes its decision from what ${request.lambdaType.functionName} returns, and this returns nothing.`,
    hint: 'Return the decision on every path.',
  })
}
