import type { LambdaType } from '../world/lambda-types.ts'

/** One lambda that the demo starts with. */
export interface SeedLambda {
  readonly key: string
  readonly name: string
  readonly type: LambdaType
  readonly debug?: boolean
  readonly body: string
}
