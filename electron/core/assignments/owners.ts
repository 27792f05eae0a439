import { z } from 'zod'
import { toErrorData } from '../../contract/errors.ts'
import type { JsonValue } from '../../contract/json.ts'
import { isJsonObject } from '../../contract/json.ts'
import type { LambdaOwner, LambdaUsage, OwnerKind } from '../../contract/models/assignment.ts'
import type { Instance, OfficialCall } from '../instance/instance.ts'

/** An object that may use lambdas, with all its fields. */
export interface Owner extends LambdaOwner {
  readonly fields: JsonValue
}

/** All objects of an instance that may use lambdas, and the kinds that could not be read. */
export interface Owners {
  readonly owners: readonly Owner[]
  readonly unread: LambdaUsage['unread']
}

const object = z.looseObject({ id: z.guid().transform((id) => id.toLowerCase()), name: z.string().catch('') })

interface Kind {
  readonly kind: OwnerKind
  /** What FusionAuth calls one, and several, in its answers. */
  readonly one: string
  readonly several: string
  readonly list: OfficialCall
  readonly retrieve: (id: string) => OfficialCall
  readonly patch: (id: string, body: object) => OfficialCall
}

export const kinds: readonly Kind[] = [
  {
    kind: 'application',
    one: 'application',
    several: 'applications',
    list: (client) => client.retrieveApplications(),
    retrieve: (id) => (client) => client.retrieveApplication(id),
    patch: (id, body) => (client) => client.patchApplication(id, body),
  },
  {
    kind: 'tenant',
    one: 'tenant',
    several: 'tenants',
    list: (client) => client.retrieveTenants(),
    retrieve: (id) => (client) => client.retrieveTenant(id),
    patch: (id, body) => (client) => client.patchTenant(id, body),
  },
  {
    kind: 'identity provider',
    one: 'identityProvider',
    several: 'identityProviders',
    list: (client) => client.retrieveIdentityProviders(),
    retrieve: (id) => (client) => client.retrieveIdentityProvider(id),
    patch: (id, body) => (client) => client.patchIdentityProvider(id, body),
  },
  {
    kind: 'connector',
    one: 'connector',
    several: 'connectors',
    list: (client) => client.retrieveConnectors(),
    retrieve: (id) => (client) => client.retrieveConnector(id),
    patch: (id, body) => (client) => client.patchConnector(id, body),
  },
]

/** Reads all objects of these kinds: FusionAuth has no request that tells where a lambda is used. */
export async function readOwners(instance: Instance, wanted: ReadonlySet<OwnerKind>): Promise<Owners> {
  const read = await Promise.all(
    kinds.filter(({ kind }) => wanted.has(kind)).map((kind) => listOwners(instance, kind)),
  )
  return { owners: read.flatMap(({ owners }) => owners), unread: read.flatMap(({ unread }) => unread) }
}

async function listOwners(instance: Instance, { kind, several, list }: Kind): Promise<Owners> {
  const shape = z.looseObject({ [several]: z.array(object).default([]) })
  try {
    const answer = await instance.call(shape, list)
    const found = (answer as Record<string, readonly z.output<typeof object>[]>)[several] ?? []
    return { owners: found.map((fields) => ownerOf(kind, fields)), unread: [] }
  } catch (thrown) {
    const failure = toErrorData(thrown)
    return { owners: [], unread: [{ kind, error: failure }] }
  }
}

/** One object as it is now. @throws InstanceError */
export async function readOwner(instance: Instance, kind: OwnerKind, id: string): Promise<Owner> {
  const { one, retrieve } = kindOf(kind)
  const answer = await instance.call(z.looseObject({ [one]: object }), retrieve(id))
  return ownerOf(kind, (answer as Record<string, z.output<typeof object>>)[one] ?? { id, name: '' })
}

export function kindOf(wanted: OwnerKind): Kind {
  const found = kinds.find(({ kind }) => kind === wanted)
  if (!found) throw new TypeError(`There is no kind ${wanted}.`)
  return found
}

function ownerOf(kind: OwnerKind, fields: z.output<typeof object>): Owner {
  return { kind, id: fields.id, name: fields.name, fields: fields as unknown as JsonValue }
}

/** The value at a dotted place below an object, such as `lambdaConfiguration.reconcileId`; undefined where it is none. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  const [name, ...rest] = path
  if (name === undefined) return value
  const inner = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return inner === undefined ? undefined : valueAt(inner, rest)
}
