import { z } from 'zod'
import { ecmaVersion, engineType } from './run.ts'

/** A body to check, and the lambda type it is meant for. */
export const checkRequest = z.strictObject({
  type: z.string().min(1),
  engineType: engineType.default('GraalJS'),
  body: z.string(),
  /** Language level as a year; 2021 where it is left out. */
  ecmaVersion: ecmaVersion.optional(),
  /** Version of the FusionAuth server, such as `1.64.0`, where it is known. */
  serverVersion: z.string().optional(),
})
export type CheckRequest = z.input<typeof checkRequest>
