import { lambdaTypes } from '../../catalogue/catalogue.ts'
import { parseBody } from '../../checks/parse-body.ts'

/** The only lambda type whose function has this name and these parameters; null where none or several have. */
export function guessType(body: string): string | null {
  const functions = functionsOf(body)
  const fitting = lambdaTypes.filter(({ functionName, parameters }) =>
    functions.some(
      ({ name, names }) =>
        name === functionName && names.every((parameter, at) => parameters[at]?.name === parameter),
    ),
  )
  return fitting.length === 1 ? (fitting[0]?.type ?? null) : null
}

interface DeclaredFunction {
  readonly name: string
  readonly names: readonly string[]
}

function functionsOf(body: string): readonly DeclaredFunction[] {
  try {
    const parsed = parseBody(body, 'latest')
    if (parsed.kind === 'failed') return []
    return parsed.program.body.flatMap((node) =>
      node.type === 'FunctionDeclaration'
        ? [
            {
              name: node.id.name,
              names: node.params.map((each) => (each.type === 'Identifier' ? each.name : '')),
            },
          ]
        : [],
    )
  } catch {
    return []
  }
}
