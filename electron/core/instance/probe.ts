import { z } from 'zod'
import { toErrorData, type ErrorData } from '../../contract/errors.ts'
import type {
  Licence,
  PermissionFinding,
  ProbeNote,
  ProbeReport,
  TenantName,
} from '../../contract/models/instance.ts'
import { said, say, Worded } from '../../contract/words.ts'
import { isUnencrypted } from './connection.ts'
import { InstanceError, isStatus } from './instance-error.ts'
import type { Instance } from './instance.ts'
import { findPermissions } from './permissions.ts'
import { versionNotes } from './server-features.ts'
import { send } from './send.ts'

/** How far a probe goes. */
export interface ProbeOptions {
  /** Ask for permissions to write, too: with requests that cannot do anything, but are no retrievals. */
  readonly writes: boolean
  readonly signal?: AbortSignal | undefined
}

/** Finds out what an instance is, and what may be done there with its key. Never rejects for what it finds. */
export async function probeInstance(instance: Instance, options: ProbeOptions): Promise<ProbeReport> {
  const started = performance.now()
  const found = await findVersion(instance, options.signal)
  const nothing = { permissions: [], tenantNeeded: false, tenants: [], licence: null, notes: [] }
  const latencyMs = 'version' in found ? Math.round(performance.now() - started) : null
  const common = { ...nothing, url: instance.connection.url, version: null, latencyMs }
  if ('problem' in found) return { ...common, outcome: 'unusable', problem: found.problem }
  return { ...common, version: found.version, ...(await lookAround(instance, found.version, options)) }
}

type Found = { readonly version: string | null } | { readonly problem: ErrorData }

/** The version where the key may ask for it; null where the key may not and it is FusionAuth all the same. */
async function findVersion(instance: Instance, signal: AbortSignal | undefined): Promise<Found> {
  const shape = z.looseObject({ version: z.string() })
  try {
    return await instance.call(shape, (client) => client.retrieveVersion(), { signal })
  } catch (thrown) {
    const { code } = toErrorData(thrown)
    if (isStatus(thrown, 401) || code === 'key-missing') {
      const stranger = await notFusionAuth(instance, signal)
      if (stranger) return { problem: stranger }
      if (code === 'key-missing' || !(await mayAnything(instance, signal)))
        return { problem: code === 'key-missing' ? toErrorData(thrown) : keyUnusable }
      return { version: null }
    }
    const isStranger = isStatus(thrown, 404, 405) || code === 'instance-answer-unexpected'
    return { problem: isStranger ? stranger(instance) : toErrorData(thrown) }
  }
}

/** Nothing that the studio asks for was allowed. */
const keyUnusable: ErrorData = {
  code: 'key-refused',
  message: 'The instance refused the API key.',
  hint: 'The key is unknown, expired, new within the last minute, not allowed from this address, or without any permission that the studio uses.',
}

/** Many programs answer 401; FusionAuth also tells its status to anybody, as JSON. */
async function notFusionAuth(instance: Instance, signal?: AbortSignal): Promise<ErrorData | null> {
  const request = { method: 'GET', path: '/api/status', query: new URLSearchParams(), headers: {} }
  try {
    const { body } = await send(instance.connection, request, signal)
    return body === undefined || z.looseObject({}).safeParse(body).success ? null : stranger(instance)
  } catch (thrown) {
    // Its own statuses 452 to 460 and 500 tell of faults inside FusionAuth (documented under "Status").
    if (isStatus(thrown, 401, 403, 452, 453, 454, 460, 500)) return null
    return isStatus(thrown, 404, 405) ? stranger(instance) : toErrorData(thrown)
  }
}

/** A key with few permissions may lack the one for the version. */
async function mayAnything(instance: Instance, signal: AbortSignal | undefined): Promise<boolean> {
  const found = await findPermissions(instance, { writes: false, signal })
  return found.some(({ granted }) => granted === true)
}

function stranger(instance: Instance): ErrorData {
  return said<ErrorData>({
    code: 'instance-not-fusionauth',
    message: say`${new URL(instance.connection.url).host} answers, but not as FusionAuth does.`,
    hint: 'Check the address, and its path where FusionAuth is not at the root.',
  })
}

type Surroundings = Pick<
  ProbeReport,
  'outcome' | 'problem' | 'permissions' | 'tenantNeeded' | 'tenants' | 'licence' | 'notes'
>

async function lookAround(
  instance: Instance,
  version: string | null,
  options: ProbeOptions,
): Promise<Surroundings> {
  const { signal } = options
  const [permissions, tenants, licence, isRefused] = await Promise.all([
    findPermissions(instance, options),
    listTenants(instance, signal),
    findLicence(instance, signal),
    isTenantDemanded(instance, signal),
  ])
  const problem = permissionProblem(permissions)
  const hasChoice = tenants.length > 1 && instance.connection.tenantId === null && problem === null
  const tenantNeeded = isRefused || hasChoice
  const notes = [...(version === null ? [] : versionNotes(version)), ...connectionNotes(instance)]
  const isWhole = permissions.every(({ granted }) => granted !== false) && !isRefused
  const isFine = isWhole && notes.every(({ severity }) => severity === 'info')
  const outcome = problem ? 'unusable' : isFine ? 'ready' : 'limited'
  return { outcome, problem, permissions, tenants, licence, tenantNeeded, notes }
}

function permissionProblem(permissions: readonly PermissionFinding[]): ErrorData | null {
  const missing = permissions.filter(({ required, granted }) => required && granted === false)
  if (missing.length === 0) return null
  const purposes = missing
    .map(({ purpose }) => new Worded(purpose, []))
    .reduce((before, purpose) => say`${before}, ${purpose}`)
  const named = missing.map(({ method, endpoint }) => `${method} ${endpoint}`).join(', ')
  return said<ErrorData>({
    code: 'key-lacks-permission',
    message: say`The API key may not ${purposes}: ${named} is refused.`,
    hint: 'Give the key that permission. A key that is bound to a tenant cannot have it: lambdas need one of the whole instance.',
  })
}

function connectionNotes({ connection }: Instance): readonly ProbeNote[] {
  if (!isUnencrypted(connection.url)) return []
  return [
    {
      code: 'unencrypted',
      severity: 'warning',
      message: 'The address starts with http: the API key can be read on its way.',
      hint: 'Use https, except on this machine.',
    },
  ]
}

async function listTenants(instance: Instance, signal?: AbortSignal): Promise<readonly TenantName[]> {
  const shape = z.looseObject({
    tenants: z.array(z.looseObject({ id: z.guid(), name: z.string().catch('') })).default([]),
  })
  const found = await orNull(instance.call(shape, (client) => client.retrieveTenants(), { signal }))
  return (found?.tenants ?? []).map(({ id, name }) => ({ id, name }))
}

/** With several tenants and none named, FusionAuth answers 400 (documented under "Tenant Id header"). */
async function isTenantDemanded(instance: Instance, signal?: AbortSignal): Promise<boolean> {
  return instance
    .call(z.unknown(), (client) => client.retrieveGroups(), { signal })
    .then(
      () => false,
      (thrown: unknown) => toErrorData(thrown).code === 'key-needs-tenant',
    )
}

async function findLicence(instance: Instance, signal?: AbortSignal): Promise<Licence | null> {
  const shape = z.looseObject({ status: z.looseObject({ licensed: z.boolean().catch(false) }) })
  const found = await orNull(instance.call(shape, (client) => client.retrieveReactorStatus(), { signal }))
  if (!found) return null
  const { licensed, ...rest } = found.status
  const features = Object.entries(rest).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { licensed, features: Object.fromEntries(features) }
}

/** What is nice to know is left out where it is not told. */
async function orNull<T>(call: Promise<T>): Promise<T | null> {
  return call.catch((thrown: unknown) => {
    if (thrown instanceof InstanceError) return null
    throw thrown
  })
}
