import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli as runInProcess } from '../../../electron/cli/run-cli.ts'
import { pageCapabilities } from '../../../electron/contract/models/host.ts'
import { runCli } from '../../helpers/cli.ts'
import { launcher } from '../../helpers/studio.ts'
import { DirectoryStudio } from '../../helpers/directory-studio.ts'

let directory: DirectoryStudio
let tenantId: string

beforeAll(async () => {
  directory = await DirectoryStudio.start(150)
  tenantId = (await directory.group('Support')).tenantId!
})
afterAll(() => directory.close())

interface CliAnswer {
  readonly code: number | null
  readonly stderr: string
  readonly json: CliJson
}

interface CliJson {
  readonly group: { readonly id: string; readonly name: string; readonly data: object }
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly members: readonly { readonly userId: string; readonly user: { readonly email: string } }[]
  readonly entries: readonly { readonly id: string; readonly outcome: string; readonly code?: string }[]
  readonly total: number
  readonly error: { readonly code: string; readonly message: string; readonly hint: string }
  readonly [field: string]: unknown
}

async function cli(args: readonly string[], { scope = 'global', stdin = '' } = {}): Promise<CliAnswer> {
  const env = { FUSIONAUTH_API_KEY: directory.key(scope) }
  const end = await runCli([...args, '--json'], { cwd: directory.studio.folder, stdin, env })
  return { code: end.code, stderr: end.stderr, json: JSON.parse(end.stdout) as CliJson }
}

const outcomesOf = ({ json }: CliAnswer): string[] =>
  json.entries.map(({ outcome, code }) => (code === undefined ? outcome : `${outcome} ${code}`))

describe('groups', { timeout: 120_000 }, () => {
  test('are created, listed, shown, changed and deleted', async () => {
    const name = `Made ${randomUUID()}`
    const made = await cli([
      'groups',
      'create',
      name,
      '--tenant',
      tenantId,
      '--data',
      '{"a":1}',
      '--role',
      'Shop/clerk',
    ])
    expect(made).toMatchObject({ code: 0, json: { entries: [{ id: made.json.group.id, outcome: 'done' }] } })
    const listed = await cli(['groups', 'list', 'Made'])
    expect(listed.json).toMatchObject({ groups: [{ name, data: { a: 1 } }], total: 1 })
    const changed = await cli([
      'groups',
      'update',
      name,
      '--data',
      '{"b":2}',
      '--add-role',
      'viewer',
      '--remove-role',
      'clerk',
    ])
    expect(outcomesOf(changed)).toEqual(['done'])
    expect(outcomesOf(await cli(['groups', 'update', name, '--data', '{"b":2}']))).toEqual([
      'skipped unchanged',
    ])
    const { json } = await cli(['groups', 'show', name])
    expect(json).toMatchObject({ group: { name, data: { b: 2 }, tenantId }, memberCount: 0 })
    const roles = Object.values(json.group['roles' as never] as Record<string, { name: string }[]>).flat()
    expect(roles.map((role) => role.name)).toEqual(['viewer'])
    expect(outcomesOf(await cli(['groups', 'delete', name, '--yes']))).toEqual(['done'])
    expect(await cli(['groups', 'show', name])).toMatchObject({
      code: 2,
      json: { error: { code: 'group-not-found' } },
    })
  })

  test('are listed whole, whatever the size of a page', async () => {
    const all = await cli(['groups', 'list'])
    expect(all.json.groups).toHaveLength(all.json.total)
    const some = await cli(['groups', 'list', '--start', '3', '--limit', '2'])
    expect(some.json.groups.map(({ id }) => id)).toEqual(all.json.groups.slice(3, 5).map(({ id }) => id))
  })

  test('that cannot be made or reached end with the codes for it', async () => {
    const refused = await cli(['groups', 'create', 'Support', '--tenant', tenantId])
    expect(refused).toMatchObject({ code: 1, json: { error: { code: 'group-refused' } } })
    const mayNot = await cli(['groups', 'create', 'Any', '--tenant', tenantId], { scope: 'read-only' })
    expect(mayNot).toMatchObject({ code: 3, json: { error: { code: 'key-refused' } } })
    const nowhere = await cli(['groups', 'list', '--instance', 'other'])
    expect(nowhere).toMatchObject({ code: 2, json: { error: { code: 'unknown-instance' } } })
    const data = await cli(['groups', 'create', 'Any', '--tenant', tenantId, '--data', '[1]'])
    expect(data).toMatchObject({ code: 2, json: { error: { code: 'wrong-shape' } } })
    expect(data.json.error.message).toContain('must be a JSON object')
    const option = await cli(['groups', 'list', '--nonsense'])
    expect(option).toMatchObject({ code: 2, json: { error: { code: 'wrong-usage' } } })
  })
})

describe('what is given wrongly to groups', { timeout: 120_000 }, () => {
  test.each([
    [['groups', 'create', 'Any', '--tenant', 'Default'], '--tenant <uuid>'],
    [['groups', 'create', 'Any', '--id', '12345'], '--id <uuid>'],
    [['groups', 'list', '--tenant', 'Default'], '--tenant <uuid>'],
    [['groups', 'create', ' '], 'The group has no name.'],
    [['groups', 'update', 'Support', '--name', ''], 'The new name of the group is empty'],
  ])('%j is told in the words of the command line', async (args, words) => {
    const refused = await cli(args)
    expect(refused).toMatchObject({ code: 2, json: { error: { code: 'wrong-usage' } } })
    expect(refused.json.error.message).toContain(words)
  })

  test('a tenant that is missing is asked for with those that there are', async () => {
    const refused = await cli(['groups', 'create', 'Nowhere'])
    expect(refused).toMatchObject({ code: 3, json: { error: { code: 'key-needs-tenant' } } })
    expect(refused.json.error.hint).toContain(`--tenant: Default ${tenantId}`)
  })
})

describe('members', { timeout: 120_000 }, () => {
  test('are added from arguments, files and standard input, listed, found and removed', async () => {
    const name = `Members ${randomUUID()}`
    await cli(['groups', 'create', name, '--tenant', tenantId])
    const users = await directory.strangers(await directory.group('Newsletter'), 6)
    const first = await cli(['members', 'add', name, users[0]!, 'no id'])
    expect(first.code).toBe(1)
    expect(outcomesOf(first)).toEqual(['done', 'failed not-an-id'])
    const file = join(directory.studio.folder, 'people.csv')
    await writeFile(
      file,
      `userId,seat\n${users
        .slice(0, 3)
        .map((id) => `${id},12`)
        .join('\n')}\nbroken\n`,
    )
    const fromFile = await cli(['members', 'add', name, '--file', file])
    expect(outcomesOf(fromFile)).toEqual(['skipped already-member', 'done', 'done', 'failed csv-malformed'])
    const fromInput = await cli(['members', 'add', name, '--file', '-'], { stdin: users.slice(3).join('\n') })
    expect(outcomesOf(fromInput)).toEqual(['done', 'done', 'done'])
    const listed = await cli(['members', 'list', name])
    expect(listed.json.members.map(({ userId }) => userId).sort()).toEqual([...users].sort())
    expect(listed.json.total).toBe(6)
    const { email } = listed.json.members[0]!.user
    const searched = await cli(['members', 'list', name, '--search', email.slice(0, 8)])
    expect(searched.json.members.map(({ user }) => user.email)).toContain(email)
    expect(outcomesOf(await cli(['members', 'remove', name, users[0]!, users[0]!]))).toEqual([
      'done',
      'skipped duplicate',
    ])
    expect(outcomesOf(await cli(['members', 'remove', name, '--all', '--yes']))).toEqual(['done'])
    expect((await cli(['members', 'list', name])).json).toMatchObject({ members: [], total: 0 })
  })

  test('are replaced by a list, with the difference first', async () => {
    const name = `Replaced ${randomUUID()}`
    await cli(['groups', 'create', name, '--tenant', tenantId])
    const users = await directory.strangers(await directory.group('Newsletter'), 4)
    await cli(['members', 'add', name, ...users.slice(0, 2)])
    const plan = await cli(['members', 'replace', name, ...users.slice(1), '--dry-run'])
    expect(plan.json).toMatchObject({ kept: 1, removed: [{ userId: users[0] }] })
    const stdin = `${users.slice(1).join('\n')}\nwho\n`
    const refused = await cli(['members', 'replace', name, '--file', '-'], { stdin })
    expect(refused).toMatchObject({ code: 2, json: { error: { code: 'entries-unusable' } } })
    const leavingOut = ['members', 'replace', name, '--file', '-', '--leave-out-faults', '--yes']
    const done = await cli(leavingOut, { stdin })
    expect(done.code).toBe(1)
    expect(outcomesOf(done).sort()).toEqual([
      'done',
      'done',
      'done',
      'failed not-an-id',
      'skipped already-member',
    ])
    const { id } = await directory.group(name)
    expect((await directory.memberIds(id)).sort()).toEqual(users.slice(1).sort())
  })

  test('and groups are not taken away without a terminal, unless that is said', async () => {
    const name = `Kept ${randomUUID()}`
    const { json } = await cli(['groups', 'create', name, '--tenant', tenantId])
    const users = await directory.strangers(await directory.group('Newsletter'), 2)
    await cli(['members', 'add', name, ...users])
    const ways = [
      ['members', 'replace', name, '--file', '-'],
      ['members', 'replace', name, users[0]!],
      ['members', 'remove', name, '--all'],
      ['groups', 'delete', name],
    ]
    for (const args of ways) {
      const { code, json: answer } = await cli(args, { stdin: '' })
      expect([args, code, answer.error]).toEqual([
        args,
        2,
        {
          code: 'confirmation-missing',
          message: expect.stringContaining('there is no terminal to ask at; nothing was written') as string,
          hint: 'Add --yes.',
        },
      ])
    }
    expect(await directory.memberIds(json.group.id)).toHaveLength(2)
    const done = await cli(['members', 'replace', name, '--file', '-', '--yes'], { stdin: '' })
    expect(outcomesOf(done)).toEqual(['done', 'done'])
    expect(await directory.memberIds(json.group.id)).toEqual([])
  })

  test('tell at a terminal those that failed before those that were skipped', async () => {
    const [member] = await directory.memberIds((await directory.group('Support')).id)
    const again = Array.from({ length: 30 }, () => member!)
    const end = await runCli(['members', 'add', 'Support', ...again, 'nobody@nowhere.example'], {
      cwd: directory.studio.folder,
      env: { FUSIONAUTH_API_KEY: directory.key('global') },
    })
    const [totals, first, ...others] = end.stdout.trimEnd().split('\n')
    expect(totals).toBe('0 done, 30 skipped, 1 failed.')
    expect(first).toContain('line 31, nobody@nowhere.example')
    expect(others.at(-1)).toContain('and 11 more')
  })

  test('that a key may not change end with code 3, and are told one by one', async () => {
    const users = await directory.strangers(await directory.group('Support'), 2)
    const mayNot = await cli(['members', 'add', 'Support', ...users], { scope: 'read-only' })
    expect(mayNot.code).toBe(3)
    expect(outcomesOf(mayNot)).toEqual(['failed key-refused', 'failed key-refused'])
    expect(mayNot.json.error.code).toBe('key-refused')
  })

  test('give inputs that run', async () => {
    const group = await directory.group('Customers')
    const [member] = (await directory.api.members.list('dev', { groupId: group.id })).members
    const args = ['members', 'input', member!.userId, '--type', 'JWTPopulate', '--application', 'Shop']
    const plain = await cli(args)
    expect(plain.json).toMatchObject({ jwt: { sub: member!.userId }, user: { id: member!.userId } })
    const masked = await cli([...args, '--mask'])
    expect(JSON.stringify(masked.json)).not.toContain(member!.user!.email!)
    expect((await cli([...args, '--mask'])).json).toEqual(masked.json)
    expect((await cli([...args, '--case'])).json).toEqual({ input: plain.json })
    const body = join(directory.studio.folder, 'populate.js')
    await writeFile(body, 'function populate(jwt, user) {\n  jwt.mail = user.email\n}\n')
    const run = await cli(['run', body, '--type', 'JWTPopulate', '--input', '-'], {
      stdin: JSON.stringify(masked.json),
    })
    expect(run).toMatchObject({ code: 0, json: { outcome: 'completed' } })
    const out = join(directory.studio.folder, 'rows.csv')
    const all = await cli([
      'members',
      'run',
      'Support',
      body,
      '--type',
      'JWTPopulate',
      '--application',
      'Shop',
      '--out',
      out,
    ])
    expect(all.code).toBe(0)
    const count = (await directory.memberIds((await directory.group('Support')).id)).length
    expect(all.json['outcomes']).toEqual({ completed: count })
    expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(count + 1)
  })

  test('that are not all made, because the run was cancelled, end with code 1', async () => {
    const body = join(directory.studio.folder, 'endless.js')
    await writeFile(body, 'function populate(jwt, user) {\n  for (;;);\n}\n')
    let printed = ''
    const args = ['members', 'run', 'Support', body, '--type', 'JWTPopulate', '--json']
    const code = await runInProcess([...args, '--workspace', directory.studio.folder], {
      entryUrl: pathToFileURL(launcher.entry).href,
      sandbox: launcher,
      host: { version: '0.0.0', capabilities: pageCapabilities },
      stdout: { write: (text: string) => (printed += text) },
      stderr: { write: () => undefined },
      environment: { FUSIONAUTH_API_KEY: directory.key('global') },
      readStdin: () => Promise.resolve(''),
      ask: () => Promise.resolve(null),
      interrupted: () => Promise.resolve(),
    })
    expect([code, (JSON.parse(printed) as { state: string }).state]).toEqual([1, 'cancelled'])
  })

  test('of no such user or application are refused in words', async () => {
    const args = ['--type', 'JWTPopulate', '--application']
    const user = await cli(['members', 'input', 'nobody@nowhere.example', ...args, 'Shop'])
    expect(user).toMatchObject({ code: 2, json: { error: { code: 'user-not-found' } } })
    const one = (await directory.memberIds((await directory.group('Support')).id))[0]!
    const application = await cli(['members', 'input', one, ...args, 'Shopp'])
    expect(application).toMatchObject({ code: 2, json: { error: { code: 'application-not-found' } } })
    expect(application.json.error.message).toContain('Did you mean Shop?')
  })
})
