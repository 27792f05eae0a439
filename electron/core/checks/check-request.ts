import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { EngineType } from '../../contract/models/run.ts'

/** A body, and what it is meant for. */
export interface CheckRequest {
  readonly lambdaType: LambdaTypeInfo
  readonly engineType: EngineType
  readonly body: string
  /** The language level that FusionAuth's engine is taken to have, as a year; Nashorn is always held to 5. */
  readonly ecmaVersion: number
  /** The version of the FusionAuth server, such as `1.64.0`, where it is known. */
  readonly serverVersion?: string
}
