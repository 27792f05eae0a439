import type { LambdaRequest } from '@fusionauth/typescript-client'
import { z } from 'zod'
import type { JsonObject } from '../../contract/json.ts'
import type { LambdaCriteria } from '../../contract/models/instance.ts'
import { engineType } from '../../contract/models/run.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import { isStatus } from './instance-error.ts'
import type { Instance } from './instance.ts'
import { nameMatcher } from './name-matcher.ts'

/** A lambda as an instance answers it. The type is open: a newer server may have types of its own. */
const lambda = z.looseObject({
  id: z.guid().transform((id) => id.toLowerCase()),
  name: z.string().catch(''),
  type: z.string().catch(''),
  body: z.string().catch(''),
  debug: z.boolean().catch(false),
  engineType: engineType.catch('GraalJS'),
})

/** A lambda of an instance. */
export interface RemoteLambda {
  readonly id: string
  readonly state: LambdaState
}

/** FusionAuth leaves out lists that are empty. */
const lambdasAnswer = z.looseObject({ lambdas: z.array(lambda).default([]) })
const lambdaAnswer = z.looseObject({ lambda })
const anyAnswer = z.unknown()

/** All lambdas of an instance, in one request. */
export async function listLambdas(
  instance: Instance,
  signal?: AbortSignal,
): Promise<readonly RemoteLambda[]> {
  const { lambdas } = await instance.call(lambdasAnswer, (client) => client.retrieveLambdas(), { signal })
  return lambdas.map(remoteLambda)
}

/** One lambda; null where the instance has none with that id. */
export async function readLambda(
  instance: Instance,
  id: string,
  signal?: AbortSignal,
): Promise<RemoteLambda | null> {
  try {
    const answer = await instance.call(lambdaAnswer, (client) => client.retrieveLambda(id), { signal })
    return remoteLambda(answer.lambda)
  } catch (thrown) {
    if (isStatus(thrown, 404)) return null
    throw thrown
  }
}

/** Creates a lambda with an id of the caller's, so that a lost answer can be recognised by reading it. */
export async function createLambda(
  instance: Instance,
  { id, state }: RemoteLambda,
  signal?: AbortSignal,
): Promise<void> {
  await instance.call(anyAnswer, (client) => client.createLambda(id, { lambda: requestOf(state) }), {
    signal,
  })
}

/** Replaces a lambda whole: FusionAuth resets fields that a PUT leaves out. The type never changes. */
export async function replaceLambda(
  instance: Instance,
  { id, state }: RemoteLambda,
  signal?: AbortSignal,
): Promise<void> {
  await instance.call(anyAnswer, (client) => client.updateLambda(id, { lambda: requestOf(state) }), {
    signal,
  })
}

/**
 * Changes a lambda only if it still is as it was seen: a JSON Patch whose tests the server checks itself, because
 * FusionAuth has no other guard against two writers.
 */
export async function swapLambda(
  instance: Instance,
  { id, state, seen }: RemoteLambda & { readonly seen: LambdaState },
  signal?: AbortSignal,
): Promise<void> {
  const fields = ['name', 'body', 'debug', 'engineType'] as const
  const tests = (['body', 'name'] as const).map((field) => operation('test', field, seen[field]))
  const changes = fields
    .filter((field) => state[field] !== seen[field])
    .map((field) => operation('replace', field, state[field]))
  await instance.call(anyAnswer, (client) => client.patchLambda(id, [...tests, ...changes] as never), {
    signal,
  })
}

function operation(op: 'test' | 'replace', field: string, value: string | boolean): JsonObject {
  return { op, path: `/lambda/${field}`, value }
}

/** Deletes a lambda; false where it was gone already. */
export async function deleteLambda(instance: Instance, id: string, signal?: AbortSignal): Promise<boolean> {
  try {
    await instance.call(anyAnswer, (client) => client.deleteLambda(id), { signal })
    return true
  } catch (thrown) {
    if (isStatus(thrown, 404)) return false
    throw thrown
  }
}

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
    for (const each of lambdas) found.set(each.id, remoteLambda(each))
    // A server that gives nothing new has nothing more to give.
    if (lambdas.length < pageSize || found.size === size) return [...found.values()]
  }
}

function matches(state: LambdaState, { name, type, body }: LambdaCriteria): boolean {
  if (type !== undefined && state.type !== type) return false
  if (body !== undefined && !state.body.includes(body)) return false
  return name === undefined || nameMatcher(name)(state.name)
}

function remoteLambda({ id, name, type, engineType, debug, body }: z.output<typeof lambda>): RemoteLambda {
  return { id, state: { name, type, engineType, debug, body } }
}

/** The official types have no lambda types of newer servers. */
function requestOf({ name, type, engineType, debug, body }: LambdaState): LambdaRequest['lambda'] {
  const request: JsonObject = { name, type, engineType, debug, body }
  return request
}
