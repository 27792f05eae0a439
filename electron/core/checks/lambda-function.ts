import type {
  ArrowFunctionExpression,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
  Pattern,
  Program,
} from 'acorn'

/** A function that the top level of a body gives a name to. */
export interface NamedFunction {
  readonly name: Identifier
  readonly params: readonly Pattern[]
  readonly form: 'declaration' | 'var' | 'let' | 'const' | 'assignment'
  readonly async: boolean
  readonly generator: boolean
}

/** The functions that the top level of a body gives names to, in the order of the text. */
export function topLevelFunctions(program: Program): readonly NamedFunction[] {
  return program.body.flatMap((statement): NamedFunction[] => {
    switch (statement.type) {
      case 'FunctionDeclaration':
        return [named(statement.id, statement, 'declaration')]
      case 'VariableDeclaration':
        return statement.declarations.flatMap(({ id, init }) =>
          id.type === 'Identifier' && isFunctionValue(init) && statement.kind in forms
            ? [named(id, init, forms[statement.kind as keyof typeof forms])]
            : [],
        )
      case 'ExpressionStatement':
        return assigned(statement.expression)
      default:
        return []
    }
  })
}

const forms = { var: 'var', let: 'let', const: 'const' } as const

type FunctionValue = FunctionExpression | ArrowFunctionExpression

function assigned(expression: Expression): NamedFunction[] {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'Identifier') return []
  return isFunctionValue(expression.right) ? [named(expression.left, expression.right, 'assignment')] : []
}

function named(
  name: Identifier,
  { params, async, generator }: FunctionValue | FunctionDeclaration,
  form: NamedFunction['form'],
) {
  return { name, params, form, async, generator }
}

function isFunctionValue(node: Expression | null | undefined): node is FunctionValue {
  return node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression'
}
