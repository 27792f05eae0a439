import { distance } from 'fastest-levenshtein'
import type { AnyNode } from 'acorn'
import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import type { ProblemFix } from '../../../contract/models/problem.ts'
import { said, say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { propertyName } from '../nodes.ts'
import type { Finding, Subject } from '../subject.ts'

/** The names that FusionAuth calls, over all types. */
const calledNames = ['populate', 'reconcile', 'convert', 'validate', 'checkRequired', 'policy', 'evaluate']

/** Says that the function which FusionAuth calls is not there, or goes by another name. */
export const functionName: Check = (subject) => {
  let made: AnyNode | null = null
  return {
    AssignmentExpression: ({ left }) => {
      if (left.type === 'MemberExpression' && isCalled(subject, propertyName(left))) made ??= left
    },
    'Program:exit': () => {
      if (subject.lambda) return
      made ??= subject.names.topLevel.find(({ name }) => isCalled(subject, name))?.declared?.name ?? null
      subject.report(made ? madeInRun(made) : (misnamed(subject) ?? missing(subject.request.lambdaType)))
    },
  }
}

function isCalled({ request }: Subject, name: string | null): boolean {
  return name !== null && request.lambdaType.functionNames.includes(name)
}

/** `var populate = wrap(...)`, or `globalThis.populate = ...` as bundlers write it: only the run shows what it is. */
function madeInRun(at: AnyNode): Finding {
  return {
    code: 'function-form',
    severity: 'warning',
    at,
    message: 'FusionAuth documents a declared function; this makes one only in the run, if it is one.',
    hint: 'Declare the function at the top level and call from there what you need.',
  }
}

function misnamed({ functions, request, names }: Subject): Finding | null {
  const { functionName: wanted, type } = request.lambdaType
  const likely = functions.find(({ name }) => isLike(name.name, wanted))
  if (!likely) return null
  const { name } = likely
  const used = names.variableOf(name)?.mentions.some(({ reads }) => reads) ?? true
  return {
    code: 'misnamed-function',
    severity: 'error',
    at: name,
    message: say`FusionAuth calls ${wanted} for ${type}; this function is called ${name.name}.`,
    hint: say`Name it ${wanted}.`,
    ...(!used && {
      fix: said<ProblemFix>({
        title: say`Rename to ${wanted}`,
        start: name.start,
        end: name.end,
        text: wanted,
      }),
    }),
  }
}

function isLike(name: string, wanted: string): boolean {
  return (
    calledNames.includes(name) ||
    name.toLowerCase() === wanted.toLowerCase() ||
    (wanted.length > 5 && distance(name, wanted) <= 2)
  )
}

function missing({ functionName: wanted, type, parameters }: LambdaTypeInfo): Finding {
  return {
    code: 'missing-function',
    severity: 'error',
    at: { start: 0, end: 0 },
    message: say`FusionAuth calls ${wanted} for ${type}, and the top level of the body declares no such function.`,
    hint: say`Declare it: function ${wanted}(${parameters.map(({ name }) => name).join(', ')}) { ... }`,
  }
}
