import { z } from 'zod'
import { lambdaTypes } from '../world/lambda-types.ts'
import { flag, stamps, text } from './fields.ts'

export const lambdaRequest = z.strictObject({
  lambda: z
    .strictObject({
      ...stamps,
      name: text,
      type: z.enum(lambdaTypes).nullish(),
      body: text,
      debug: flag,
      enabled: flag,
      engineType: z.enum(['GraalJS', 'Nashorn']).nullish(),
    })
    .nullish(),
})
