import type { JsonObject } from '../../../contract/json.ts'

/** A validation's result before the lambda runs. */
export const noErrors = { errors: { fieldErrors: {}, generalErrors: [] } } satisfies JsonObject
