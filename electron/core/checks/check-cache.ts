import { checkBody } from './check-body.ts'
import type { CheckRequest } from './check-request.ts'
import { remembered } from './remembered.ts'

/** As {@link checkBody}, at once for a body that was checked of late. */
export const checkBodyOnce = remembered(checkBody, checkKey)

/** Tells one check from another. */
export function checkKey({ lambdaType, engineType, ecmaVersion, serverVersion, body }: CheckRequest): string {
  return JSON.stringify([lambdaType.type, engineType, ecmaVersion, serverVersion, body])
}
