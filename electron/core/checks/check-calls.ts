import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { checkRequest } from '../../contract/models/check.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { checkBodyOnce } from './check-cache.ts'
import { defaultEcmaVersion } from './ecma-version.ts'

/** The calls that check bodies without running them. */
export const checkCalls: Pick<CheckedApi<StudioApi>, 'checks'> = {
  checks: {
    check: checked([checkRequest], ({ type, ecmaVersion = defaultEcmaVersion, ...request }) =>
      Promise.resolve(checkBodyOnce({ ...request, lambdaType: describeLambdaType(type), ecmaVersion })),
    ),
  },
}
