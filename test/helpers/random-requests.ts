import fc from 'fast-check'
import { endpoints } from '../../electron/demo/routes/endpoints.ts'
import type { World } from '../../electron/demo/world/world.ts'

export interface RandomRequest {
  readonly method: string
  readonly path: string
  readonly type: string
  readonly tenant: string | undefined
  readonly raw: string | undefined
}

type Kind =
  | 'lambda'
  | 'group'
  | 'member'
  | 'user'
  | 'application'
  | 'role'
  | 'tenant'
  | 'identityProvider'
  | 'connector'

const kinds: readonly Kind[] = [
  'lambda',
  'group',
  'member',
  'user',
  'application',
  'role',
  'tenant',
  'identityProvider',
  'connector',
]

/** The kind of object that a path is about. */
const kindOfPath: readonly [string, Kind][] = [
  ['/api/group/member', 'member'],
  ['/role', 'role'],
  ['/api/lambda', 'lambda'],
  ['/api/group', 'group'],
  ['/api/user', 'user'],
  ['/api/application', 'application'],
  ['/api/tenant', 'tenant'],
  ['/api/identity-provider', 'identityProvider'],
  ['/api/connector', 'connector'],
]

/** Stands for the id of something that is there when the request is sent. */
const live = (kind: Kind): fc.Arbitrary<string> => fc.nat(30).map((index) => `@${kind}.${index}@`)

const anyId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...kinds).chain(live) },
  { weight: 2, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom('1', '', 'search', '..', '__proto__', 'constructor', 'null', 'é') },
)

function idOf(kind: Kind | undefined): fc.Arbitrary<string> {
  if (kind === undefined) return anyId
  return fc.oneof({ weight: 5, arbitrary: live(kind) }, { weight: 1, arbitrary: anyId })
}

/** Requests that are often nearly right, and sometimes nothing at all. */
export const randomRequests: fc.Arbitrary<RandomRequest> = fc.constantFrom(...endpoints).chain((endpoint) => {
  const kind = kindOfPath.find(([part]) => endpoint.path.includes(part))?.[1]
  const own = fc.constantFrom(...Object.keys(endpoint.handlers))
  return fc.record({
    method: fc.oneof(
      { weight: 8, arbitrary: own },
      fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
    ),
    path: fc.oneof(
      { weight: 12, arbitrary: knownPath(endpoint.path, kind) },
      { weight: 1, arbitrary: fc.webPath() },
    ),
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      fc.constantFrom('application/merge-patch+json', 'application/json-patch+json', 'text/plain'),
    ),
    tenant: fc.option(fc.oneof({ weight: 6, arbitrary: live('tenant') }, anyId), { nil: undefined }),
    raw: fc.option(bodyOf(kind), { nil: undefined, freq: 6 }),
  })
})

const parameters = [
  'type',
  'groupId',
  'userId',
  'email',
  'loginId',
  'hardDelete',
  'reactivate',
  'name',
  'ids',
  'queryString',
  'tenantId',
  'numberOfResults',
  'startRow',
  'orderBy',
  'nextResults',
  'accurateTotal',
  'expand',
  'async',
  'inactive',
]

function knownPath(template: string, kind: Kind | undefined): fc.Arbitrary<string> {
  const value = fc.oneof(
    anyId,
    fc.constantFrom('true', 'name ASC', 'id desc, name', '-1', '5', '9999999999', '*', 'JWTPopulate'),
    fc.string(),
  )
  const query = fc.array(fc.tuple(fc.constantFrom(...parameters), value), { maxLength: 2 })
  const first = idOf(template.includes('/role') ? 'application' : kind)
  return fc.tuple(first, idOf('role'), query).map(([id, roleId, pairs]) => {
    const path = template.replace(':roleId', roleId).replace(':id', id)
    return pairs.length === 0
      ? path
      : `${path}?${pairs.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')}`
  })
}

const name = fc.oneof(
  { weight: 8, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  fc.constant(''),
  fc.integer(),
)
const data = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
const lambdaIds = fc.dictionary(
  fc.constantFrom('accessTokenPopulateId', 'reconcileId', 'loginValidationId', 'other'),
  idOf('lambda'),
  { maxKeys: 2 },
)
const type = fc.constantFrom(
  'JWTPopulate',
  'LoginValidation',
  'OpenIDConnect',
  'Google',
  'LDAP',
  'Generic',
  'Nope',
)
const common = { name, type, data, debug: fc.boolean(), lambdaConfiguration: lambdaIds }

/** Fields by the kind of object, most of which are right for it. */
const objectOf: Readonly<Record<Kind, fc.Arbitrary<object>>> = {
  lambda: fc.record({ name, type, body: name, debug: fc.boolean() }, { requiredKeys: ['name', 'body'] }),
  group: fc.record({ name, data }, { requiredKeys: ['name'] }),
  member: fc.record({ userId: idOf('user'), data }, { requiredKeys: ['userId'] }),
  user: fc.record(
    {
      email: fc.oneof(fc.emailAddress(), fc.string()),
      username: fc.string(),
      password: fc.string({ minLength: 6, maxLength: 12 }),
      birthDate: fc.constantFrom('1990-02-28', '1990-02-30', 'today'),
      data,
      memberships: fc.jsonValue(),
    },
    { requiredKeys: ['email', 'password'] },
  ),
  application: fc.record(
    { name, data, lambdaConfiguration: lambdaIds, roles: fc.array(fc.record({ name }), { maxLength: 2 }) },
    { requiredKeys: ['name'] },
  ),
  role: fc.record({ name, isDefault: fc.boolean(), description: fc.string() }, { requiredKeys: ['name'] }),
  tenant: fc.record({ name, data, lambdaConfiguration: lambdaIds }, { requiredKeys: ['name'] }),
  identityProvider: fc.record(common, { requiredKeys: ['name', 'type'] }),
  connector: fc.record(common, { requiredKeys: ['name', 'type'] }),
}

function bodyOf(kind: Kind | undefined): fc.Arbitrary<string> {
  const asked = kind ?? 'lambda'
  const beside = fc.option(fc.array(idOf('role'), { maxLength: 3 }), { nil: undefined })
  const object = fc
    .tuple(objectOf[asked], beside)
    .map(([value, roleIds]) => (kind === 'group' ? { group: value, roleIds } : { [asked]: value }))
  const json = fc.oneof(
    { weight: 8, arbitrary: kind === 'member' ? memberBody : object },
    { weight: 3, arbitrary: criteria.map((search) => ({ search })) },
    { weight: 3, arbitrary: patchOperations(asked) },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
  return fc.oneof(
    { weight: 20, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ minLength: 1 }) },
  )
}

const memberBody = fc.oneof(
  fc
    .dictionary(idOf('group'), fc.array(objectOf.member, { maxLength: 3 }), { maxKeys: 2 })
    .map((members) => ({ members })),
  fc.array(idOf('member'), { maxLength: 2 }).map((memberIds) => ({ memberIds })),
  fc
    .dictionary(idOf('group'), fc.array(idOf('user'), { maxLength: 2 }), { maxKeys: 2 })
    .map((members) => ({ members })),
)

const criteria = fc.record(
  {
    name: fc.string(),
    queryString: fc.string(),
    ids: fc.array(idOf('user'), { maxLength: 3 }),
    numberOfResults: fc.integer({ min: -2, max: 20_000 }),
    startRow: fc.integer({ min: -2, max: 50 }),
    orderBy: fc.constantFrom('name', 'id DESC', 'insertInstant ASC, id', 'nonsense', ''),
    sortFields: fc.array(
      fc.record({ name: fc.constantFrom('email', 'id', 'x'), order: fc.constantFrom('asc', 'desc') }),
      { maxLength: 2 },
    ),
    type,
  },
  { requiredKeys: [] },
)

function patchOperations(object: Kind): fc.Arbitrary<object> {
  const step = fc.constantFrom(object, 'name', 'data', 'roleIds', '0', '-', 'x')
  const pointer = fc.array(step, { maxLength: 3 }).map((steps) => steps.map((part) => `/${part}`).join(''))
  const value = fc.oneof(name, data, idOf('role'))
  const op = fc.constantFrom('add', 'remove', 'replace', 'copy', 'move', 'test')
  return fc.array(fc.record({ op, path: pointer, from: pointer, value }), { maxLength: 3 })
}

/** Puts ids of what the world holds now in the places that stand for them. */
export function resolveLive(text: string, world: World): string {
  return text.replace(/@(\w+)\.(\d+)@/g, (_all, kind: Kind, index: string) => {
    const ids = idsOf(kind, world)
    return ids.length === 0 ? '00000000-0000-0000-0000-000000000000' : (ids[Number(index) % ids.length] ?? '')
  })
}

function idsOf(kind: Kind, world: World): string[] {
  if (kind === 'role') return world.applications.list().flatMap(({ roles }) => roles.map(({ id }) => id))
  const rows = {
    lambda: world.lambdas,
    group: world.groups,
    member: world.members,
    user: world.users,
    application: world.applications,
    tenant: world.tenants,
    identityProvider: world.identityProviders,
    connector: world.connectors,
  }[kind]
  return [...rows.values()].map(({ id }) => id)
}
