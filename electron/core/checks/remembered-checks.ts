import type { Problem } from '../../contract/models/problem.ts'
import { checkBody } from './check-body.ts'
import type { CheckRequest } from './check-request.ts'

/** Bodies whose problems are remembered. */
const mostKept = 64

const known = new Map<string, readonly Problem[]>()

/** As {@link checkBody}, but quick for a body that was checked of late: a test runs each on many inputs. */
export function rememberedChecks(request: CheckRequest): readonly Problem[] {
  const { lambdaType, engineType, ecmaVersion, serverVersion = '', body } = request
  const key = JSON.stringify([lambdaType.type, engineType, ecmaVersion, serverVersion, body])
  const problems = known.get(key) ?? checkBody(request)
  // Put last, so that the one that was not asked for the longest is let go first.
  known.delete(key)
  known.set(key, problems)
  for (const oldest of known.keys()) if (known.size > mostKept) known.delete(oldest)
  return problems
}
