import { isJsonObject, type JsonValue } from '../../contract/json.ts'
import type {
  AssignmentCandidate,
  AssignmentCandidates,
  AssignmentPlace,
  LambdaOwner,
  LambdaUsage,
  OwnerKind,
} from '../../contract/models/assignment.ts'
import type { AssignmentPoint, LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { findLambdaType, lambdaTypes } from '../catalogue/catalogue.ts'
import type { Instance } from '../instance/instance.ts'
import { kindOf, kinds, readOwners, valueAt, type Owner, type Owners } from './owners.ts'

/** Where a lambda is used on an instance; the type limits what has to be looked through. */
export async function findUsage(
  instance: Instance,
  { instanceId, id, type }: { readonly instanceId: string; readonly id: string; readonly type: string },
): Promise<LambdaUsage> {
  const { owners, unread } = await readOwners(instance, ownerKinds(type))
  return { instance: instanceId, id, places: owners.flatMap((owner) => placesIn(owner, id)), unread }
}

/** Every place of a lambda in what was read already. */
export function usageIn({ owners }: Owners, id: string): readonly AssignmentPlace[] {
  return owners.flatMap((owner) => placesIn(owner, id))
}

/** Where a lambda of a type may be assigned, and which one is assigned there now. */
export async function findCandidates(
  instance: Instance,
  type: string,
  nameOf: (id: string) => string | null,
): Promise<AssignmentCandidates> {
  const points = findLambdaType(type)?.assignedAt ?? []
  const { owners, unread } = await readOwners(instance, ownerKinds(type))
  const candidates = owners
    .filter((owner) => mayReconcile(owner, type))
    .flatMap((owner) =>
      points.filter(({ object }) => object === owner.kind).map((point) => [owner, point] as const),
    )
    .map(([owner, point]) => candidateOf(owner, point, nameOf))
  return { candidates, unread }
}

/** All kinds where the type is not known: it may be of a newer server. */
export function ownerKinds(type: string): ReadonlySet<OwnerKind> {
  const points = findLambdaType(type)?.assignedAt
  const wanted = kinds.filter(({ kind }) => !points || points.some(({ object }) => object === kind))
  return new Set(wanted.map(({ kind }) => kind))
}

function candidateOf(
  owner: Owner,
  { apiField, ui }: AssignmentPoint,
  nameOf: (id: string) => string | null,
): AssignmentCandidate {
  const current = assignedAt(owner, apiField)
  return {
    owner: withoutFields(owner),
    field: apiField,
    ui,
    current: current === null ? null : { id: current, name: nameOf(current) },
  }
}

/** The lambda that a field such as `tenant.lambdaConfiguration.loginValidationId` holds. */
export function assignedAt({ fields }: Owner, apiField: string): string | null {
  const value = valueAt(fields, apiField.split('.').slice(1))
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : null
}

/** Every place below an object that holds the id, also such as no version known here has. */
function placesIn(owner: Owner, id: string): readonly AssignmentPlace[] {
  return pathsOf(owner.fields, id.toLowerCase(), [kindOf(owner.kind).one])
    .filter((field) => field.includes('.') && !field.endsWith('.id'))
    .map((field) => ({ owner: withoutFields(owner), field, ui: uiOf(field) }))
}

function pathsOf(value: JsonValue, id: string, path: readonly string[]): readonly string[] {
  if (typeof value === 'string') return value.toLowerCase() === id ? [path.join('.')] : []
  if (Array.isArray(value))
    return value.flatMap((inner: JsonValue, at) => pathsOf(inner, id, [...path, String(at)]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, id, [...path, name]))
}

const uiByField = new Map(
  lambdaTypes.flatMap(({ assignedAt: points }) => points.map(({ apiField, ui }) => [apiField, ui] as const)),
)

/** Identity providers share one field, whatever their type, so its words are kept general. */
function uiOf(field: string): string {
  if (field === 'identityProvider.lambdaConfiguration.reconcileId')
    return 'Settings > Identity Providers > Reconcile lambda'
  return uiByField.get(field) ?? field
}

/** An identity provider takes lambdas that reconcile its own type: `GoogleReconcile` for `Google`. */
function mayReconcile({ kind, fields }: Owner, lambdaType: LambdaTypeInfo['type']): boolean {
  if (kind !== 'identity provider' && kind !== 'connector') return true
  const type = valueAt(fields, ['type'])
  if (kind === 'connector') return type === 'LDAP'
  const prefix = lambdaType.replace(/Reconcile$/, '')
  return typeof type === 'string' && (type === prefix || (reconciledAs[type] ?? type) === prefix)
}

/** Types of identity providers that are called otherwise in the lambda type. */
const reconciledAs: Readonly<Record<string, string>> = {
  OpenIDConnect: 'OpenID',
  SAMLv2IdPInitiated: 'SAMLv2',
}

function withoutFields({ kind, id, name }: Owner): LambdaOwner {
  return { kind, id, name }
}
