import { randomUUID } from 'node:crypto'
import { FusionAuthClient, LambdaType } from '@fusionauth/typescript-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'

let demo: Demo
let client: FusionAuthClient
let tenantId: string
let roleIds: string[]
let userIds: string[]

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 40, seed: 3 })
  client = new FusionAuthClient(keyOf('global'), demo.url)
  const { response } = await client.retrieveTenants()
  tenantId = response.tenants!.find(({ name }) => name === 'Default')!.id!
  client.setTenantId(tenantId)
  const applications = (await client.retrieveApplications()).response.applications!
  roleIds = applications.flatMap(({ roles }) => roles!.map(({ id }) => id!))
  const found = await client.searchUsersByQuery({ search: { queryString: '*' } })
  userIds = found.response.users!.map(({ id }) => id!)
})

afterAll(() => demo.close())

function keyOf(scope: string): string {
  return demo.keys.find((key) => key.scope === scope)!.key
}

const body = "function populate(jwt, user, registration) { jwt.hello = 'world'; }"

async function refusal(call: Promise<unknown>): Promise<{ statusCode: number; exception?: unknown }> {
  return call.then(
    () => Promise.reject(new Error('The call was expected to be refused.')),
    (refused: unknown) => refused as { statusCode: number },
  )
}

describe('lambdas', () => {
  const jwtPopulate = LambdaType.JWTPopulate

  test('a lambda is created with an id of the server and retrieved by it', async () => {
    const created = await client.createLambda('', { lambda: { name: 'New', type: jwtPopulate, body } })
    expect(created.statusCode).toBe(200)
    expect(created.response.lambda).toMatchObject({ name: 'New', debug: false, engineType: 'GraalJS', body })
    const retrieved = await client.retrieveLambda(created.response.lambda!.id!)
    expect(retrieved.response).toEqual(created.response)
  })

  test('a lambda is created with an id of the caller, which is then taken', async () => {
    const id = randomUUID()
    const request = { lambda: { name: 'Mine', type: jwtPopulate, body, debug: true } }
    expect((await client.createLambda(id, request)).response.lambda).toMatchObject({ id, debug: true })
    expect(await refusal(client.createLambda(id, request))).toMatchObject({
      statusCode: 400,
      exception: { fieldErrors: { 'lambda.id': [{ code: '[duplicate]lambda.id' }] } },
    })
  })

  test('all lambdas, and those of one type, are retrieved', async () => {
    const all = (await client.retrieveLambdas()).response.lambdas!
    const reconciling = (await client.retrieveLambdasByType(LambdaType.SAMLv2Reconcile)).response.lambdas!
    expect(all.length).toBeGreaterThanOrEqual(14)
    expect(reconciling).toEqual(all.filter(({ type }) => type === LambdaType.SAMLv2Reconcile))
    expect(reconciling).toHaveLength(1)
  })

  test('PUT replaces all but the type, and what is left out falls back', async () => {
    const request = { lambda: { name: 'Before', type: jwtPopulate, body, debug: true } }
    const { id, insertInstant, lastUpdateInstant } = (await client.createLambda('', request)).response.lambda!
    const changed = { name: 'After', body: `${body}//`, type: LambdaType.LoginValidation }
    const after = (await client.updateLambda(id!, { lambda: changed })).response.lambda!
    expect(after).toMatchObject({ id, insertInstant, name: 'After', type: 'JWTPopulate', debug: false })
    expect(after.lastUpdateInstant).toBeGreaterThan(lastUpdateInstant!)
  })

  test('PATCH changes what it names', async () => {
    const request = { lambda: { name: 'Patched', type: jwtPopulate, body } }
    const { id } = (await client.createLambda('', request)).response.lambda!
    const after = (await client.patchLambda(id!, { lambda: { debug: true } })).response.lambda!
    expect(after).toMatchObject({ name: 'Patched', debug: true, body })
  })

  test('a lambda is deleted with an empty answer and is gone', async () => {
    const request = { lambda: { name: 'Gone', type: jwtPopulate, body } }
    const { id } = (await client.createLambda('', request)).response.lambda!
    expect(await client.deleteLambda(id!)).toMatchObject({ statusCode: 200 })
    expect(await refusal(client.retrieveLambda(id!))).toMatchObject({ statusCode: 404 })
    expect(await refusal(client.deleteLambda(id!))).toMatchObject({ statusCode: 404 })
  })

  test('lambdas are searched', async () => {
    const search = { name: 'scim*', orderBy: 'name DESC', numberOfResults: 1 }
    const { response } = await client.searchLambdas({ search })
    expect(response).toMatchObject({ total: 2, lambdas: [{ name: 'SCIM user out' }] })
  })
})

describe('groups', () => {
  test('a group is created with roles, retrieved, replaced, patched and deleted', async () => {
    const request = { group: { name: 'Crew', data: { floor: 2 } }, roleIds: roleIds.slice(0, 2) }
    const group = (await client.createGroup('', request)).response.group!
    expect(group).toMatchObject({ name: 'Crew', data: { floor: 2 }, tenantId })
    expect(
      Object.values(group.roles!)
        .flat()
        .map(({ id }) => id),
    ).toEqual(roleIds.slice(0, 2))
    expect((await client.retrieveGroup(group.id!)).response.group).toEqual(group)

    const replaced = await client.updateGroup(group.id!, { group: { name: 'Team' }, roleIds: [] })
    expect(replaced.response.group).toMatchObject({ name: 'Team', data: {}, roles: {} })
    const patched = await client.patchGroup(group.id!, { roleIds: [roleIds[0]!] })
    expect(patched.response.group).toMatchObject({ name: 'Team' })
    expect(Object.values(patched.response.group!.roles!).flat()).toHaveLength(1)

    expect(await client.deleteGroup(group.id!)).toMatchObject({ statusCode: 200 })
    expect(await refusal(client.retrieveGroup(group.id!))).toMatchObject({ statusCode: 404 })
  })

  test('a group is created with an id of the caller', async () => {
    const id = randomUUID()
    const { response } = await client.createGroup(id, { group: { name: `Group ${id}` } })
    expect(response.group).toMatchObject({ id })
  })

  test('all groups are retrieved and some searched', async () => {
    const all = (await client.retrieveGroups()).response.groups!
    expect(all.every((group) => group.tenantId === tenantId)).toBe(true)
    const { response } = await client.searchGroups({ search: { name: 'support', orderBy: 'name ASC' } })
    expect(response).toMatchObject({ total: 2, groups: [{ name: 'Support' }, { name: 'Support Leads' }] })
  })
})

describe('members', () => {
  async function emptyGroup(): Promise<string> {
    return (await client.createGroup('', { group: { name: randomUUID() } })).response.group!.id!
  }

  async function membersOf(groupId: string): Promise<{ userId?: string; id?: string }[]> {
    return (await client.searchGroupMembers({ search: { groupId } })).response.members!
  }

  test('members are added with data, and found by group and by user', async () => {
    const groupId = await emptyGroup()
    const [userId] = userIds as [string]
    const request = { members: { [groupId]: [{ userId, data: { fruit: 'orange' } }] } }
    const added = (await client.createGroupMembers(request)).response.members![groupId]!
    expect(added).toEqual([
      {
        userId,
        data: { fruit: 'orange' },
        id: expect.any(String) as string,
        insertInstant: expect.any(Number) as number,
      },
    ])
    expect(await membersOf(groupId)).toEqual([{ ...added[0], groupId }])
    const { user } = (await client.retrieveUser(userId)).response
    expect(user!.memberships).toContainEqual({ ...added[0], groupId, userId: undefined })
  })

  test('PUT replaces all members of the group', async () => {
    const groupId = await emptyGroup()
    await client.createGroupMembers({ members: { [groupId]: [{ userId: userIds[0]! }] } })
    await client.updateGroupMembers({ members: { [groupId]: [{ userId: userIds[1]! }] } })
    expect((await membersOf(groupId)).map(({ userId }) => userId)).toEqual([userIds[1]])
    await client.updateGroupMembers({ members: { [groupId]: [] } })
    expect(await membersOf(groupId)).toEqual([])
  })

  test('members are removed by member ids and by user ids', async () => {
    const groupId = await emptyGroup()
    const members = userIds.slice(0, 3).map((userId) => ({ userId }))
    const added = (await client.createGroupMembers({ members: { [groupId]: members } })).response.members![
      groupId
    ]!
    expect(await client.deleteGroupMembers({ memberIds: [added[0]!.id!] })).toMatchObject({ statusCode: 200 })
    await client.deleteGroupMembers({ members: { [groupId]: [userIds[1]!] } })
    expect((await membersOf(groupId)).map(({ userId }) => userId)).toEqual([userIds[2]])
  })
})

describe('users', () => {
  test('a user is created, retrieved in each way, replaced, patched, deactivated and deleted', async () => {
    const request = { user: { email: 'New@Example.com', username: 'newcomer', password: 'long enough' } }
    const user = (await client.createUser('', request)).response.user!
    expect(user).toMatchObject({ email: 'New@Example.com', active: true, tenantId })
    expect(user).not.toHaveProperty('password')
    const byEmail = await client.retrieveUserByEmail('new@example.com')
    const byName = await client.retrieveUserByUsername('newcomer')
    const byLogin = await client.retrieveUserByLoginId('newcomer')
    for (const { response } of [byEmail, byName, byLogin]) expect(response.user).toEqual(user)

    const replaced = await client.updateUser(user.id!, { user: { email: 'new@example.com' } })
    expect(replaced.response.user).not.toHaveProperty('username')
    const patched = await client.patchUser(user.id!, { user: { firstName: 'Nea' } })
    expect(patched.response.user).toMatchObject({ email: 'new@example.com', firstName: 'Nea' })

    await client.deactivateUser(user.id!)
    expect((await client.retrieveUser(user.id!)).response.user).toMatchObject({ active: false })
    expect((await client.reactivateUser(user.id!)).response.user).toMatchObject({ active: true })
    await client.deleteUser(user.id!)
    expect(await refusal(client.retrieveUser(user.id!))).toMatchObject({ statusCode: 404 })
  })

  test('users are searched by ids, by text, and page by page', async () => {
    const ids = [userIds[2]!, randomUUID(), userIds[0]!]
    const byIds = await client.searchUsersByIds(ids)
    expect(byIds.response.users!.map(({ id }) => id)).toEqual([userIds[2], userIds[0]])
    const first = (await client.searchUsersByQuery({ search: { queryString: '*', numberOfResults: 20 } }))
      .response
    expect(first).toMatchObject({ total: 32 })
    const second = await client.searchUsersByQuery({ search: { nextResults: first.nextResults! } })
    expect(second.response.users).toHaveLength(12)
    expect(second.response).not.toHaveProperty('nextResults')
  })
})

describe('what lambdas are assigned to', () => {
  test('an application is created with roles, changed, deactivated, reactivated and deleted', async () => {
    const application = { name: 'Billing', roles: [{ name: 'clerk' }, { name: 'boss', isSuperRole: true }] }
    const created = (await client.createApplication('', { application })).response.application!
    expect(created).toMatchObject({ name: 'Billing', tenantId, state: 'Active' })
    const id = created.id!
    const populate = (await client.retrieveLambdasByType(LambdaType.JWTPopulate)).response.lambdas![0]!
    const lambdaConfiguration = { accessTokenPopulateId: populate.id! }
    const assigned = await client.patchApplication(id, { application: { lambdaConfiguration } })
    expect(assigned.response.application).toMatchObject({ lambdaConfiguration, name: 'Billing' })
    expect(await refusal(client.deleteLambda(populate.id!))).toMatchObject({ statusCode: 400 })

    const role = (await client.createApplicationRole(id, '', { role: { name: 'temp' } })).response.role!
    await client.updateApplicationRole(id, role.id!, { role: { name: 'temporary', isDefault: true } })
    await client.patchApplicationRole(id, role.id!, { role: { description: 'For a while' } })
    const roles = (await client.retrieveApplication(id)).response.application!.roles!
    expect(roles[2]).toMatchObject({ name: 'temporary', isDefault: true, description: 'For a while' })
    await client.deleteApplicationRole(id, role.id!)

    await client.deactivateApplication(id)
    const inactive = (await client.retrieveInactiveApplications()).response.applications!
    expect(inactive.map((known) => known.id)).toEqual([id])
    await client.reactivateApplication(id)
    const found = await client.searchApplications({ search: { name: 'bill*' } })
    expect(found.response).toMatchObject({ total: 1 })
    await client.deleteApplication(id)
    expect(await refusal(client.retrieveApplication(id))).toMatchObject({ statusCode: 404 })
  })

  test('tenants, identity providers and connectors are retrieved and patched', async () => {
    const { response: tenants } = await client.searchTenants({ search: { name: 'part' } })
    const patched = await client.patchTenant(tenants.tenants![0]!.id!, {
      tenant: { issuer: 'new.example.com' },
    })
    expect(patched.response.tenant).toMatchObject({ issuer: 'new.example.com', name: 'Partners' })
    const providers = (await client.retrieveIdentityProviders()).response.identityProviders!
    expect(providers.map(({ type }) => type)).toEqual(['Google', 'OpenIDConnect', 'SAMLv2', 'Apple'])
    const provider = await client.patchIdentityProvider(providers[0]!.id!, {
      identityProvider: { enabled: false },
    })
    expect(provider.response.identityProvider).toMatchObject({ enabled: false, name: 'Google' })
    const connectors = (await client.retrieveConnectors()).response.connectors!
    expect(connectors).toMatchObject([
      { type: 'LDAP', lambdaConfiguration: { reconcileId: expect.any(String) as string } },
    ])
    const connector = await client.patchConnector(connectors[0]!.id!, { connector: { debug: true } })
    expect(connector.response.connector).toMatchObject({ debug: true, name: connectors[0]!.name })
  })
})

describe('the system', () => {
  test('version, status, health and licence are told', async () => {
    expect((await client.retrieveVersion()).response).toEqual({ version: '1.69.0' })
    expect((await client.retrieveSystemStatus()).response).toEqual({ status: 'Ok' })
    expect((await client.retrieveSystemHealth()).statusCode).toBe(200)
    expect((await client.retrieveReactorStatus()).response.status).toMatchObject({
      licensed: true,
      advancedLambdas: 'ACTIVE',
    })
  })

  test('the event log is searched and an entry retrieved', async () => {
    const { response } = await client.searchEventLogs({ search: { message: 'lambda', numberOfResults: 3 } })
    expect(response.eventLogs).toHaveLength(3)
    const [entry] = response.eventLogs!
    expect((await client.retrieveEventLog(entry!.id!)).response.eventLog).toEqual(entry)
  })

  test('a key is made that may only read groups of one tenant', async () => {
    const permissions = { endpoints: { '/api/group': ['GET'] } }
    const { response } = await client.createAPIKey('', { apiKey: { permissions, tenantId, name: 'Narrow' } })
    const narrow = new FusionAuthClient(response.apiKey!.key!, demo.url)
    expect((await narrow.retrieveGroups()).statusCode).toBe(200)
    expect(await refusal(narrow.retrieveLambdas())).toMatchObject({ statusCode: 401 })
    expect(await refusal(narrow.createGroup('', { group: { name: 'No' } }))).toMatchObject({
      statusCode: 401,
    })
    await client.deleteAPIKey(response.apiKey!.id!)
    expect(await refusal(narrow.retrieveGroups())).toMatchObject({ statusCode: 401 })
  })
})
