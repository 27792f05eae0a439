import type { Problem } from '../../contract/models/problem.ts'
import { checkBody } from './check-body.ts'
import type { CheckRequest } from './check-request.ts'

type Check = (request: CheckRequest) => readonly Problem[]

/**
 * Remembers the problems of the bodies that were checked last, so that a body is not checked again for every case it
 * runs with. `capacity` is the number of results that are kept.
 */
export function remembered(check: Check, capacity = 64): Check {
  const results = new Map<string, readonly Problem[]>()
  return (request) => {
    const key = keyOf(request)
    const problems = results.get(key) ?? check(request)
    // A Map keeps the order of insertion: the one used last goes to the end, the first is the oldest.
    results.delete(key)
    results.set(key, problems)
    const [oldest] = results.keys()
    if (results.size > capacity && oldest !== undefined) results.delete(oldest)
    return problems
  }
}

/** As {@link checkBody}, at once for a body that was checked of late. */
export const checkBodyOnce = remembered(checkBody)

function keyOf({ lambdaType, engineType, ecmaVersion, serverVersion, body }: CheckRequest): string {
  return JSON.stringify([lambdaType.type, engineType, ecmaVersion, serverVersion, body])
}
