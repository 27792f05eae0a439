import { once } from '../../contract/once.ts'
import type { LambdaTypeInfo, ParameterInfo } from '../../contract/models/lambda-type.ts'
import { declarationOf } from './declaration.ts'
import type { Shape } from './shapes/shape.ts'

/** A parameter with its TypeScript type: the one place that says what a lambda gets there. */
export interface ParameterDefinition extends ParameterInfo {
  /** A type expression over the shapes, without `ReadOnly` and `undefined`; these follow from the other fields. */
  readonly typeText: string
  /** The part of it that an input holds, where the studio adds the rest; `typeText` where left out. */
  readonly inputTypeText?: string
  readonly shapes: readonly Shape[]
}

type Derived =
  | 'known'
  | 'aliases'
  | 'functionNames'
  | 'parameters'
  | 'upcoming'
  | 'declaration'
  | 'documentation'
  | 'sources'

/** What a type's file says; the rest of {@link LambdaTypeInfo} follows from it. */
export interface LambdaTypeDefinition extends Omit<LambdaTypeInfo, Derived> {
  readonly aliases?: readonly string[]
  readonly upcoming?: boolean
  readonly parameters: readonly ParameterDefinition[]
  /** The type of what the function returns; `void` where left out. */
  readonly returnType?: { readonly typeText: string; readonly shapes: readonly Shape[] }
  /** The type's page in FusionAuth's documentation, below `extend/code/lambdas/`. */
  readonly page: string
  /** Sources beside that page, the Java client and the TypeScript client. */
  readonly sources?: readonly string[]
}

const pages = 'extend/code/lambdas'

/** Completes a definition: the declaration, the links and the sources follow from what it says. */
export function defineLambdaType(definition: LambdaTypeDefinition): LambdaTypeInfo {
  const { page, returnType, parameters, sources = [], ...said } = definition
  const upcoming = definition.upcoming ?? false
  const declaration = once(() => declarationOf({ ...said, parameters, returnType }))
  return {
    ...said,
    known: true,
    aliases: definition.aliases ?? [],
    upcoming,
    functionNames: [definition.functionName],
    parameters: parameters.map(infoOf),
    // A start needs none of these texts, which take longer to make than all else of the catalogue.
    get declaration() {
      return declaration()
    },
    documentation: `https://fusionauth.io/docs/${pages}/${page}`,
    sources: [
      `FusionAuth/fusionauth-site:astro/src/content/docs/${pages}/${page}.mdx`,
      ...(upcoming ? [] : released),
      ...sources,
    ],
  }
}

const released = [
  'FusionAuth/fusionauth-java-client@dc972cc8:src/main/java/io/fusionauth/domain/LambdaType.java',
  'npm @fusionauth/typescript-client@1.69.0 build/src/FusionAuthClient.d.ts',
]

function infoOf({ name, mutability, since, meaning, mayBeUndefined }: ParameterDefinition): ParameterInfo {
  return { name, mutability, since, meaning, mayBeUndefined }
}
