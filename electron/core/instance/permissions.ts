import { randomUUID } from 'node:crypto'
import type { MemberRequest } from '@fusionauth/typescript-client'
import { z } from 'zod'
import type { PermissionFinding } from '../../contract/models/instance.ts'
import { said, type HostText } from '../../contract/words.ts'
import { InstanceError, isStatus } from './instance-error.ts'
import type { Instance, OfficialCall } from './instance.ts'

/** One permission, and a request that tells whether the key has it without changing anything. */
interface PermissionTest extends Omit<PermissionFinding, 'granted'> {
  readonly writes: boolean
  readonly ask: OfficialCall
}

/** An id that no object has: what is asked of it cannot be done. */
const nobody = randomUUID()
const one = { numberOfResults: 1 }

/** Members of a group that there is none of; the official types have a list where FusionAuth wants them by group. */
function inNoGroup(members: readonly { readonly userId: string }[]): MemberRequest {
  return { members: { [nobody]: members } } as never
}

const tests: readonly PermissionTest[] = [
  test('/api/lambda', 'GET', 'read lambdas', (client) => client.retrieveLambda(nobody), { required: true }),
  // FusionAuth answers 400 to a lambda without a name and a body, 401 to a key that may not create one.
  test('/api/lambda', 'POST', 'create lambdas', (client) => client.createLambda(nobody, {}), {
    writes: true,
  }),
  test('/api/lambda', 'PUT', 'push lambdas', (client) => client.updateLambda(nobody, {}), { writes: true }),
  test('/api/lambda', 'PATCH', 'push lambdas', (client) => client.patchLambda(nobody, {}), { writes: true }),
  test('/api/lambda', 'DELETE', 'delete lambdas', (client) => client.deleteLambda(nobody), { writes: true }),
  test('/api/lambda/search', 'POST', 'search lambdas', (client) => client.searchLambdas({ search: one })),
  test('/api/application', 'GET', 'see where lambdas are used', (client) =>
    client.retrieveApplication(nobody),
  ),
  test('/api/application', 'PATCH', 'assign lambdas', (client) => client.patchApplication(nobody, {}), {
    writes: true,
  }),
  test('/api/tenant', 'GET', 'see where lambdas are used', (client) => client.retrieveTenant(nobody)),
  test('/api/tenant', 'PATCH', 'assign lambdas', (client) => client.patchTenant(nobody, {}), {
    writes: true,
  }),
  test('/api/identity-provider', 'GET', 'see where lambdas are used', (client) =>
    client.retrieveIdentityProvider(nobody),
  ),
  test(
    '/api/identity-provider',
    'PATCH',
    'assign lambdas',
    (client) => client.patchIdentityProvider(nobody, {}),
    { writes: true },
  ),
  test('/api/connector', 'GET', 'see where lambdas are used', (client) => client.retrieveConnector(nobody)),
  test('/api/connector', 'PATCH', 'assign lambdas', (client) => client.patchConnector(nobody, {}), {
    writes: true,
  }),
  test('/api/group', 'GET', 'read groups', (client) => client.retrieveGroup(nobody)),
  test('/api/group/search', 'POST', 'search groups', (client) => client.searchGroups({ search: one })),
  test('/api/group/member/search', 'POST', 'read members of groups', (client) =>
    client.searchGroupMembers({ search: one }),
  ),
  // FusionAuth answers 400 to a group without a name, and to members of a group that there is none of.
  test('/api/group', 'POST', 'change groups', (client) => client.createGroup(nobody, {}), { writes: true }),
  test('/api/group', 'PUT', 'change groups', (client) => client.updateGroup(nobody, {}), { writes: true }),
  test('/api/group', 'PATCH', 'change groups', (client) => client.patchGroup(nobody, {}), { writes: true }),
  test('/api/group', 'DELETE', 'change groups', (client) => client.deleteGroup(nobody), { writes: true }),
  test(
    '/api/group/member',
    'POST',
    'change members of groups',
    (client) => client.createGroupMembers(inNoGroup([{ userId: nobody }])),
    { writes: true },
  ),
  test(
    '/api/group/member',
    'PUT',
    'change members of groups',
    (client) => client.updateGroupMembers(inNoGroup([])),
    { writes: true },
  ),
  test(
    '/api/group/member',
    'DELETE',
    'change members of groups',
    (client) => client.deleteGroupMembers({ memberIds: [nobody] }),
    { writes: true },
  ),
  test('/api/user/search', 'POST', 'find users', (client) =>
    client.searchUsersByQuery({ search: { ids: [nobody] } }),
  ),
  test('/api/user', 'GET', 'read users', (client) => client.retrieveUser(nobody)),
  test('/api/system/version', 'GET', 'know the version', (client) => client.retrieveVersion()),
  test('/api/system/event-log/search', 'POST', 'read the event log', (client) =>
    client.searchEventLogs({ search: one }),
  ),
]

/** Finds out what the key may do, with requests that change nothing; writes are only asked for where `writes`. */
export async function findPermissions(
  instance: Instance,
  { writes, signal }: { readonly writes: boolean; readonly signal?: AbortSignal | undefined },
): Promise<readonly PermissionFinding[]> {
  return Promise.all(
    tests.map(async ({ ask, writes: isWrite, ...finding }) => ({
      ...finding,
      granted: isWrite && !writes ? null : await isGranted(instance, ask, signal),
    })),
  )
}

/** Any answer but 401 says that the request got past the check of the key; a failure says nothing. */
async function isGranted(
  instance: Instance,
  ask: OfficialCall,
  signal: AbortSignal | undefined,
): Promise<boolean | null> {
  try {
    await instance.call(z.unknown(), ask, { signal })
    return true
  } catch (thrown) {
    if (isStatus(thrown, 401)) return false
    const isAnswer = thrown instanceof InstanceError && thrown.status !== null && thrown.status < 500
    return isAnswer ? true : null
  }
}

function test(
  endpoint: string,
  method: string,
  purpose: HostText,
  ask: OfficialCall,
  { required = false, writes = false }: { readonly required?: boolean; readonly writes?: boolean } = {},
): PermissionTest {
  return said<PermissionTest>({ endpoint, method, purpose, required, writes, ask })
}
