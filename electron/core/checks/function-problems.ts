import type { Program } from 'acorn'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem } from '../../contract/models/problem.ts'
import { topLevelFunctions, type NamedFunction } from './lambda-function.ts'
import { placeOf } from './place.ts'

/** Whether the body declares the function that FusionAuth calls for the type, and takes what it is passed. */
export function functionProblems(body: string, program: Program, type: LambdaTypeInfo): readonly Problem[] {
  const functions = topLevelFunctions(program)
  const found = functions.findLast(({ name }) => name.name === type.functionName)
  return found ? parameterProblems(body, found, type) : [absent(body, functions, type)]
}

function absent(body: string, functions: readonly NamedFunction[], type: LambdaTypeInfo): Problem {
  const wanted = type.functionName
  const signature = `function ${wanted}(${type.parameters.map(({ name }) => name).join(', ')})`
  const likely = functions.find(({ name }) => isLike(name.name, wanted))
  if (likely) {
    return {
      code: 'misnamed-function',
      severity: 'error',
      message: `FusionAuth calls ${wanted} for ${type.type}; this function is called ${likely.name.name}.`,
      ...placeOf(body, likely.name.start, likely.name.end),
      hint: `Name it ${wanted}.`,
      fix: { title: `Rename to ${wanted}`, start: likely.name.start, end: likely.name.end, text: wanted },
    }
  }
  return {
    code: 'missing-function',
    severity: 'error',
    message: `FusionAuth calls ${wanted} for ${type.type}, and the body declares no function of that name.`,
    line: 1,
    column: 1,
    hint: `Declare it at the top level: ${signature} { ... }`,
  }
}

const lambdaFunctionNames = [
  'populate',
  'reconcile',
  'convert',
  'validate',
  'checkRequired',
  'policy',
  'evaluate',
]

function isLike(name: string, wanted: string): boolean {
  return (
    lambdaFunctionNames.includes(name) ||
    name.toLowerCase() === wanted.toLowerCase() ||
    distance(name, wanted) <= 2
  )
}

/** Edits between two names (Levenshtein), as far as it matters here: a name of another length by more than 2 is 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function parameterProblems(body: string, found: NamedFunction, type: LambdaTypeInfo): readonly Problem[] {
  const extra = found.params.slice(type.parameters.length)
  const [first] = extra
  const last = extra.at(-1)
  if (!first || !last || first.type === 'RestElement') return []
  return [
    {
      code: 'too-many-parameters',
      severity: 'warning',
      message: `FusionAuth passes ${type.parameters.length} arguments to ${type.functionName} for ${type.type}; this one stays undefined.`,
      ...placeOf(body, first.start, last.end),
      hint: `It passes, in this order: ${type.parameters.map(({ name }) => name).join(', ')}.`,
    },
  ]
}
