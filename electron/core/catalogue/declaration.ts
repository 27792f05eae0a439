import type { LambdaTypeDefinition, ParameterDefinition } from './define.ts'
import { common } from './shapes/common.ts'
import { globals } from './shapes/globals.ts'
import { withNeeds } from './shapes/shape.ts'

type Declared = Pick<LambdaTypeDefinition, 'purpose' | 'parameters' | 'returnType'>

/**
 * The ambient declarations of a lambda type, complete under `lib: ["es2021"]`: the globals, the shapes,
 * `LambdaFunction` (what the body's function must be) and `LambdaInput` (what an input must be).
 */
export function declarationOf(type: Declared): string {
  const shapes = [
    common,
    globals,
    ...type.parameters.flatMap((parameter) => parameter.shapes),
    ...(type.returnType?.shapes ?? []),
  ]
  const parts = [...withNeeds(shapes).map((shape) => shape.text), functionText(type), inputText(type)]
  return `${parts.join('\n\n')}\n`
}

/** The declarations for a type that is not known: any function, any input. */
export const genericDeclaration: string = [
  ...[common, globals].map((shape) => shape.text),
  `/** The function that FusionAuth calls; its parameters are not known. */
type LambdaFunction = (...values: any[]) => any`,
  `/** An input of a run: the arguments, in their order. */
interface LambdaInput {
  [name: string]: any
}
`,
].join('\n\n')

function functionText(type: Declared): string {
  const parameters = type.parameters.map((parameter) => `${parameter.name}: ${argumentType(parameter)}`)
  return [
    '/** The function that FusionAuth calls. */',
    'interface LambdaFunction {',
    '  /**',
    `   * ${type.purpose}`,
    ...type.parameters.map((parameter) => `   * @param ${parameter.name} ${parameterText(parameter)}`),
    '   */',
    `  (${parameters.join(', ')}): ${type.returnType?.typeText ?? 'void'}`,
    '}',
  ].join('\n')
}

function argumentType({ typeText, mutability, mayBeUndefined }: ParameterDefinition): string {
  const held = mutability === 'read-only' ? `ReadOnly<${typeText}>` : typeText
  return mayBeUndefined ? `${held} | undefined` : held
}

/** A parameter's meaning with what else its reader must know. */
function parameterText({ meaning, mutability, since, mayBeUndefined }: ParameterDefinition): string {
  return [
    meaning,
    mutability === 'read-only' ? 'Read-only.' : '',
    mayBeUndefined ? 'May be undefined.' : '',
    since === null ? '' : `Since ${since}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function inputText(type: Declared): string {
  const fields = type.parameters.flatMap((parameter) => [
    `  /** ${parameterText(parameter)} */`,
    `  ${parameter.name}${mayBeLeftOut(parameter) ? '?' : ''}: ${parameter.inputTypeText ?? parameter.typeText}`,
  ])
  return [
    '/** An input of a run: the arguments by name. One that is left out is passed as undefined. */',
    'interface LambdaInput {',
    ...fields,
    '}',
  ].join('\n')
}

/** FusionAuth may pass nothing there, or the studio fills it in. */
function mayBeLeftOut(parameter: ParameterDefinition): boolean {
  return parameter.mayBeUndefined || parameter.inputTypeText !== undefined
}
