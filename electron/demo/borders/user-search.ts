import { z } from 'zod'
import { flag, ids, integer, text, texts } from './fields.ts'

const sortField = z.strictObject({ name: text, order: z.enum(['asc', 'desc']).nullish(), missing: text })

export const userCriteria = z.strictObject({
  accurateTotal: flag,
  ids,
  nextResults: text,
  numberOfResults: integer,
  orderBy: text,
  query: text,
  queryString: text,
  sortFields: z.array(sortField).max(10).nullish(),
  startRow: integer,
})
export type UserCriteria = z.output<typeof userCriteria>

export const userSearchRequest = z.strictObject({ search: userCriteria.nullish(), expand: texts })
