import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { lambdaTypes } from './catalogue.ts'
import { inputSchemaOf } from './input-schema.ts'

/** The calls that read the catalogue. */
export const typeCalls: Pick<CheckedApi<StudioApi>, 'types'> = {
  types: {
    list: checked([], () => Promise.resolve(lambdaTypes)),
    inputSchema: checked([z.string()], (type) => Promise.resolve(inputSchemaOf(type))),
  },
}
