import { afterAll, beforeAll, expect, test } from 'vitest'
import { DirectoryStudio } from '../../helpers/directory-studio.ts'

/** Every request on FusionAuth's page about the Group APIs, and the searches; in braces what the body names. */
const documented = [
  'POST /api/group',
  'POST /api/group/{id}',
  'GET /api/group',
  'GET /api/group/{id}',
  'PUT /api/group/{id}',
  'PATCH /api/group/{id}',
  'DELETE /api/group/{id}',
  'POST /api/group/member {members}',
  'PUT /api/group/member {members}',
  'DELETE /api/group/member/{id}',
  'DELETE /api/group/member?groupId={id}&userId={id}',
  'DELETE /api/group/member?groupId={id}',
  'DELETE /api/group/member {memberIds}',
  'DELETE /api/group/member {members}',
  'POST /api/group/search {search}',
  'POST /api/group/member/search {search}',
]

let directory: DirectoryStudio
beforeAll(async () => (directory = await DirectoryStudio.start(120)))
afterAll(() => directory.close())

test('every form of a request to the Group API is sent by something that the studio does', async () => {
  const { api, proxy } = directory
  const source = await directory.group('Support')
  const users = await directory.strangers(source, 6)
  const entries = users.map((user) => ({ user }))
  proxy.reset()

  const made = await api.groups.create('dev', { name: 'Made', tenantId: source.tenantId! })
  const { group } = await api.groups.read('dev', made.id)
  const id = 'c0ffee00-0000-4000-8000-000000000001'
  await api.groups.create('dev', { id, name: 'Named', tenantId: source.tenantId! })
  const seen = { name: group.name, data: {}, roleIds: [] }
  const roleIds = Object.values(source.roles).flatMap((roles) => roles.map((role) => role.id))
  await api.groups.edit('dev', { groupId: made.id, seen, wanted: { ...seen, data: { a: 1 } } })
  await api.groups.edit('dev', { groupId: made.id, seen, wanted: { ...seen, roleIds } })
  await api.groups.list('dev', { name: 'made' })
  await api.groups.list('dev', { roleIds })

  const order = { instance: 'dev', groupId: made.id }
  await directory.finished(api.members.add({ ...order, entries }))
  const { members } = await api.members.list('dev', { groupId: made.id })
  const [first, second, third, ...rest] = members
  const remove = (choice: Parameters<typeof api.members.remove>[0]['choice']) =>
    directory.finished(api.members.remove({ ...order, choice }))
  await remove({
    kind: 'members',
    members: [first!].map(({ id: memberId, userId }) => ({ id: memberId, userId })),
  })
  await remove({ kind: 'users', entries: [{ user: second!.userId }] })
  await remove({ kind: 'members', members: [third!, rest[0]!].map(({ id: memberId }) => ({ id: memberId })) })
  await remove({ kind: 'users', entries: rest.slice(1).map(({ userId }) => ({ user: userId })) })
  const { seen: membership } = await api.members.planReplacement({ ...order, entries })
  await directory.finished(api.members.replace({ ...order, entries, seen: membership }))
  await remove({ kind: 'all' })
  await api.groups.delete('dev', { groupId: made.id })

  const forms = proxy.requests.map(formOf)
  expect(documented.filter((form) => !forms.includes(form))).toEqual([])
  const scoped = proxy.requests.filter(({ headers }) => headers['x-fusionauth-tenantid'] === source.tenantId)
  expect(scoped.map(formOf)).toEqual(
    expect.arrayContaining(['POST /api/group', 'POST /api/group/member {members}']),
  )
})

function formOf({ method, path, body }: { method: string; path: string; body: string }): string {
  const form = `${method} ${path.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}')}`
  const names = body === '' ? [] : Object.keys(JSON.parse(body) as object)
  const isOfGroup = names.includes('group') || names.includes('roleIds')
  return names.length === 0 || isOfGroup ? form : `${form} {${names.join(', ')}}`
}
