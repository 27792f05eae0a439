import type { LambdaCriteria } from '../../contract/models/instance.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import { nameMatcher } from './name-matcher.ts'
import { isStatus } from './instance-error.ts'
import type { Instance } from './instance.ts'
import { lambdasAnswer, listLambdas, remoteLambdas, type RemoteLambda } from './lambdas.ts'

/** Lambdas searched for by the most that one answer should hold. */
const pageSize = 500

/** Finds lambdas by the server's search, or on servers before 1.45.0, which have none, among all. */
export async function findLambdas(
  instance: Instance,
  criteria: LambdaCriteria,
  signal?: AbortSignal,
): Promise<readonly RemoteLambda[]> {
  try {
    return await searchLambdas(instance, criteria, signal)
  } catch (thrown) {
    if (!isStatus(thrown, 401, 404, 405)) throw thrown
    const all = await listLambdas(instance, signal)
    return all.filter(({ state }) => matches(state, criteria))
  }
}

async function searchLambdas(
  instance: Instance,
  criteria: LambdaCriteria,
  signal: AbortSignal | undefined,
): Promise<readonly RemoteLambda[]> {
  const found = new Map<string, RemoteLambda>()
  for (;;) {
    const { size } = found
    const search = {
      ...criteria,
      startRow: size,
      numberOfResults: pageSize,
      orderBy: 'name ASC, id ASC',
    }
    const { lambdas } = await instance.call(
      lambdasAnswer,
      (client) => client.searchLambdas({ search } as never),
      {
        signal,
      },
    )
    for (const each of await remoteLambdas(instance, lambdas, signal)) found.set(each.id, each)
    // A server that gives nothing new has nothing more to give.
    if (lambdas.length < pageSize || found.size === size) return [...found.values()]
  }
}

function matches(state: LambdaState, { name, type, body }: LambdaCriteria): boolean {
  if (type !== undefined && state.type !== type) return false
  if (body !== undefined && !state.body.includes(body)) return false
  return name === undefined || nameMatcher(name)(state.name)
}
