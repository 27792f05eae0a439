import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { genericLambdaType } from './generic.ts'
import { jwtPopulate } from './types/jwt-populate.ts'
import { openIdReconcile } from './types/open-id-reconcile.ts'
import { samlV2Reconcile } from './types/saml-v2-reconcile.ts'

/** Every lambda type that FusionAuth documents, the most used of each family first. */
export const lambdaTypes: readonly LambdaTypeInfo[] = [jwtPopulate, openIdReconcile, samlV2Reconcile]

const byName = new Map(
  lambdaTypes.flatMap((info) => [info.type, ...info.aliases].map((name) => [name, info] as const)),
)

/** The type with this name, or with this other name of it; undefined where the catalogue has none. */
export function findLambdaType(nameOrAlias: string): LambdaTypeInfo | undefined {
  return byName.get(nameOrAlias)
}

/** As {@link findLambdaType}, with a generic type that is not `known` where the catalogue has none. */
export function describeLambdaType(name: string): LambdaTypeInfo {
  return findLambdaType(name) ?? genericLambdaType(name)
}
