import type { LambdaRequest } from '@fusionauth/typescript-client'
import { z } from 'zod'
import type { JsonObject } from '../../contract/json.ts'
import { engineType } from '../../contract/models/run.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import { isOlder } from '../checks/server-version.ts'
import { InstanceError, isStatus } from './instance-error.ts'
import type { Instance } from './instance.ts'
import { readVersion } from './version.ts'

/** A lambda as an instance answers it. The type is open: a newer server may have types of its own. */
const lambda = z.looseObject({
  id: z.guid().transform((id) => id.toLowerCase()),
  name: z.string().catch(''),
  type: z.string().catch(''),
  body: z.string().catch(''),
  debug: z.boolean().catch(false),
  engineType: engineType.optional().catch(undefined),
})

/** A lambda of an instance. */
export interface RemoteLambda {
  readonly id: string
  readonly state: LambdaState
}

/** FusionAuth leaves out lists that are empty. */
export const lambdasAnswer = z.looseObject({ lambdas: z.array(lambda).default([]) })
const lambdaAnswer = z.looseObject({ lambda })
const anyAnswer = z.unknown()

/** All lambdas of an instance, in one request. */
export async function listLambdas(
  instance: Instance,
  signal?: AbortSignal,
): Promise<readonly RemoteLambda[]> {
  const { lambdas } = await instance.call(lambdasAnswer, (client) => client.retrieveLambdas(), { signal })
  return remoteLambdas(instance, lambdas, signal)
}

/** One lambda; null where the instance has none with that id. */
export async function readLambda(
  instance: Instance,
  id: string,
  signal?: AbortSignal,
): Promise<RemoteLambda | null> {
  try {
    const answer = await instance.call(lambdaAnswer, (client) => client.retrieveLambda(id), { signal })
    const [found] = await remoteLambdas(instance, [answer.lambda], signal)
    return found ?? null
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
  const lambda = await requestOf(instance, state, signal)
  await instance.call(anyAnswer, (client) => client.createLambda(id, { lambda }), { signal })
}

/** Replaces a lambda whole: FusionAuth resets fields that a PUT leaves out. The type never changes. */
export async function replaceLambda(
  instance: Instance,
  { id, state }: RemoteLambda,
  signal?: AbortSignal,
): Promise<void> {
  const lambda = await requestOf(instance, state, signal)
  await instance.call(anyAnswer, (client) => client.updateLambda(id, { lambda }), { signal })
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

/** A server says of each lambda which engine it has, unless it has one alone. */
export async function remoteLambdas(
  instance: Instance,
  answered: readonly z.output<typeof lambda>[],
  signal: AbortSignal | undefined,
): Promise<readonly RemoteLambda[]> {
  const isTold = answered.every((each) => each.engineType !== undefined)
  const implied = isTold || !(await hasNashornAlone(instance, signal)) ? 'GraalJS' : 'Nashorn'
  return answered.map(({ id, name, type, engineType: told, debug, body }) => ({
    id,
    state: { name, type, engineType: told ?? implied, debug, body },
  }))
}

/** The official types have no lambda types of newer servers; servers before 1.35.0 do not know of engines. */
async function requestOf(
  instance: Instance,
  { name, type, engineType: engine, debug, body }: LambdaState,
  signal: AbortSignal | undefined,
): Promise<LambdaRequest['lambda']> {
  const isImplied = engine === 'Nashorn' && (await hasNashornAlone(instance, signal))
  const request: JsonObject = { name, type, ...(!isImplied && { engineType: engine }), debug, body }
  return request
}

/** False where the version cannot be found out: servers so old are rare. */
async function hasNashornAlone(instance: Instance, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    const version = await readVersion(instance, signal)
    return version !== null && isOlder(version, '1.35.0')
  } catch (thrown) {
    if (thrown instanceof InstanceError) return false
    throw thrown
  }
}
