import type { AnyNode, Identifier, Pattern, Program } from 'acorn'
import { isFunction, type NodeOf } from './nodes.ts'

type FunctionNode = NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>

/** A function that the top level of a body gives a name to. */
export interface NamedFunction {
  readonly name: Identifier
  readonly node: FunctionNode
  readonly form: 'declaration' | 'var' | 'let' | 'const' | 'assignment'
}

/** The functions that the top level of a body gives names to, in the order of the text. */
export function topLevelFunctions(program: Program): readonly NamedFunction[] {
  return program.body.flatMap((statement): NamedFunction[] => {
    switch (statement.type) {
      case 'FunctionDeclaration':
        return [{ name: statement.id, node: statement, form: 'declaration' }]
      case 'VariableDeclaration':
        return statement.declarations.flatMap(({ id, init }) => named(id, init, formOf(statement.kind)))
      case 'ExpressionStatement':
        return statement.expression.type === 'AssignmentExpression'
          ? named(statement.expression.left, statement.expression.right, 'assignment')
          : []
      default:
        return []
    }
  })
}

/** The function that FusionAuth calls: the first of the names that the body has; the last of two of one name. */
export function lambdaFunction(
  functions: readonly NamedFunction[],
  names: readonly string[],
): NamedFunction | null {
  const wanted = names.find((name) => functions.some((entry) => entry.name.name === name))
  return functions.findLast(({ name }) => name.name === wanted) ?? null
}

function named(
  name: AnyNode,
  value: AnyNode | null | undefined,
  form: NamedFunction['form'],
): NamedFunction[] {
  return name.type === 'Identifier' && value && isFunction(value) ? [{ name, node: value, form }] : []
}

function formOf(kind: string): 'var' | 'let' | 'const' {
  return kind === 'var' || kind === 'let' ? kind : 'const'
}

/** The name of a parameter, without its default; null where it is taken apart or gathers the rest. */
export function parameterIdentifier(pattern: Pattern): Identifier | null {
  const inner = pattern.type === 'AssignmentPattern' ? pattern.left : pattern
  return inner.type === 'Identifier' ? inner : null
}
