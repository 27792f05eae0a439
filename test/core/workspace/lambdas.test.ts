import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findLambdaType } from '../../../electron/core/catalogue/catalogue.ts'
import { writeAtomically } from '../../../electron/core/workspace/atomic-write.ts'
import { openWorkspace, type WorkspaceStudio } from '../../helpers/workspace-studio.ts'

let studio: WorkspaceStudio
const failing = { code: null as string | null }
const idOnDev = 'b1a2c3d4-0000-4000-8000-000000000001'

beforeEach(async () => {
  failing.code = null
  studio = await openWorkspace({
    writeText: async (path, text) => {
      if (failing.code) throw Object.assign(new Error('no'), { code: failing.code })
      await writeAtomically(path, text)
    },
  })
})
afterEach(() => studio.close())

const create = (name: string, body?: string) =>
  studio.api.lambdas.create({ type: 'JWTPopulate', name, ...(body !== undefined && { body }) })
const textOf = (path: string): string => readFileSync(join(studio.folder, path), 'utf8')

describe('a new lambda', () => {
  test('has the template, its settings in a stable order and an example case', async () => {
    await create('Add roles')
    expect(textOf('lambdas/add-roles/lambda.js')).toBe(findLambdaType('JWTPopulate')?.template)
    expect(textOf('lambdas/add-roles/lambda.json')).toBe(
      '{\n  "name": "Add roles",\n  "type": "JWTPopulate",\n  "engineType": "GraalJS",\n  "debug": false,\n  "ids": {}\n}\n',
    )
    expect(readdirSync(join(studio.folder, 'lambdas/add-roles/cases'))).toEqual(['example.json'])
  })

  test('keeps a body byte for byte and gets no example that does not fit it', async () => {
    const body = '\uFEFFfunction populate(jwt) {\r\n\tjwt.ü = "😀"\r\n}'
    const { slug } = await create('x', body)
    expect(textOf(`lambdas/${slug}/lambda.js`)).toBe(body)
    expect((await studio.api.lambdas.read(slug)).body).toBe(body)
    expect((await studio.api.cases.list(slug)).cases).toEqual([])
  })

  test('gets another slug where its own is taken in any case', async () => {
    await mkdir(join(studio.folder, 'lambdas/ROLES'), { recursive: true })
    expect((await create('Roles')).slug).toBe('roles-2')
  })

  test('is there whole or not at all', async () => {
    failing.code = 'ENOSPC'
    await expect(create('x')).rejects.toMatchObject({ code: 'disk-full' })
    expect(existsSync(join(studio.folder, 'lambdas/x'))).toBe(false)
  })
})

describe('a save', () => {
  test('changes what was asked for and leaves keys it does not know', async () => {
    await studio.put('lambdas/a/lambda.js', 'function populate() {}\n')
    await studio.put(
      'lambdas/a/lambda.json',
      '{\n  "x-team": [1],\n  "type": "JWTPopulate",\n  "name": "A"\n}',
    )
    await studio.api.lambdas.save('a', { debug: true, name: 'B' })
    expect(textOf('lambdas/a/lambda.json')).toBe(
      '{\n  "x-team": [1],\n  "type": "JWTPopulate",\n  "name": "B",\n  "debug": true\n}',
    )
  })

  test('keeps what was there before, once for the same texts', async () => {
    const { slug } = await create('a', 'one')
    await studio.api.lambdas.save(slug, { body: 'two' })
    await studio.api.lambdas.save(slug, { body: 'two' })
    await studio.api.lambdas.save(slug, { body: 'three' })
    const { entries } = await studio.api.history.list(slug)
    expect(entries.map(({ reason, bytes }) => [reason, bytes])).toEqual([
      ['save', 3],
      ['save', 3],
    ])
    const { then, now } = await studio.api.history.compare(slug, entries[1]!.id)
    expect([then.body, now?.body]).toEqual(['one', 'three'])
  })

  test('that started from another text is a conflict and writes nothing', async () => {
    const { slug, revision } = await create('a', 'one')
    await studio.put(`lambdas/${slug}/lambda.js`, 'theirs')
    const outcome = await studio.api.lambdas.save(slug, { body: 'mine', basedOn: revision })
    expect(outcome).toMatchObject({ kind: 'conflict', lambda: { body: 'theirs' } })
    expect(textOf(`lambdas/${slug}/lambda.js`)).toBe('theirs')
  })

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['EIO', 'write-failed'],
  ])('that fails with %s says so and leaves the old text', async (system, code) => {
    const { slug } = await create('a', 'one')
    failing.code = system
    await expect(studio.api.lambdas.save(slug, { body: 'two' })).rejects.toMatchObject({ code })
    expect(textOf(`lambdas/${slug}/lambda.js`)).toBe('one')
  })

  test('into a workspace that was deleted says so', async () => {
    const { slug } = await create('a', 'one')
    await rm(studio.folder, { recursive: true })
    await expect(create('b')).rejects.toMatchObject({ code: 'workspace-gone' })
    await expect(studio.api.lambdas.save(slug, { body: 'two' })).rejects.toMatchObject({
      code: 'workspace-gone',
    })
  })

  test('one after the other keeps the last', async () => {
    const { slug } = await create('a', '0')
    await Promise.all([1, 2, 3, 4].map((each) => studio.api.lambdas.save(slug, { body: String(each) })))
    expect(textOf(`lambdas/${slug}/lambda.js`)).toBe('4')
    expect((await studio.api.history.list(slug)).entries).toHaveLength(4)
  })
})

test('a restore puts back what was there and can be undone', async () => {
  const { slug } = await create('a', 'one')
  await studio.api.lambdas.save(slug, { body: 'two', name: 'Two' })
  const [before] = (await studio.api.history.list(slug)).entries
  expect(await studio.api.history.restore(slug, before!.id)).toMatchObject({ body: 'one', name: 'a' })
  const [undo] = (await studio.api.history.list(slug)).entries
  expect(undo?.reason).toBe('restore')
  expect(await studio.api.history.restore(slug, undo!.id)).toMatchObject({ body: 'two', name: 'Two' })
})

test.each(['no-such', '../../../studio', '..'])('a snapshot named %j is refused', async (entry) => {
  const { slug } = await create('a', 'one')
  await expect(studio.api.history.restore(slug, entry)).rejects.toMatchObject({ code: 'snapshot-not-found' })
})

describe('a rename', () => {
  test('leaves the folder where it is unless asked', async () => {
    const { slug } = await create('a', 'one')
    expect(await studio.api.lambdas.rename(slug, 'Best name', false)).toMatchObject({
      slug: 'a',
      name: 'Best name',
    })
  })

  test('moves the folder with history and drafts, and keeps the ids', async () => {
    const ids = { dev: idOnDev }
    const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body: 'one', ids })
    const part = { kind: 'body' } as const
    await studio.api.drafts.put({ slug, part, text: 'draft', basedOn: null })
    const renamed = await studio.api.lambdas.rename(slug, 'Best name', true)
    expect(renamed).toMatchObject({ slug: 'best-name', name: 'Best name', body: 'one', ids })
    expect((await studio.api.lambdas.list()).lambdas.map((each) => each.slug)).toEqual(['best-name'])
    expect((await studio.api.history.list('best-name')).entries).toHaveLength(1)
    expect(await studio.api.drafts.list()).toMatchObject([{ slug: 'best-name', text: 'draft' }])
  })
})

test('a copy has the cases but not the ids', async () => {
  const original = await create('a')
  await studio.api.lambdas.save(original.slug, { debug: true })
  const copy = await studio.api.lambdas.duplicate(original.slug, 'a')
  expect(copy).toMatchObject({ slug: 'a-2', name: 'a', debug: true, ids: {}, body: original.body })
  expect((await studio.api.cases.list('a-2')).cases).toEqual([{ name: 'example', kind: 'expectation' }])
})

describe('a deleted lambda', () => {
  test('comes back whole', async () => {
    const { slug } = await create('a')
    await studio.api.lambdas.save(slug, { body: 'two' })
    const { id } = await studio.api.lambdas.delete(slug)
    expect((await studio.api.lambdas.list()).lambdas).toEqual([])
    expect((await studio.api.lambdas.deleted()).map((each) => each.id)).toEqual([id])
    expect(await studio.api.lambdas.undelete(id)).toMatchObject({ slug, body: 'two' })
    expect((await studio.api.history.list(slug)).entries).toHaveLength(1)
    expect(await studio.api.lambdas.deleted()).toEqual([])
  })

  test('comes back beside one that has taken its place', async () => {
    const { id } = await studio.api.lambdas.delete((await create('a', 'old')).slug)
    await create('a', 'new')
    expect(await studio.api.lambdas.undelete(id)).toMatchObject({ slug: 'a-2', body: 'old' })
  })

  test('is deleted also where an older one cannot be let go', async () => {
    const kept = Array.from({ length: 100 }, (_, at) => `2020-${at}`)
    for (const name of ['2019?', ...kept])
      await mkdir(join(studio.folder, '.studio/trash', name), { recursive: true })
    const { slug } = await create('a')
    const { id } = await studio.api.lambdas.delete(slug)
    expect((await studio.api.lambdas.deleted()).map((each) => each.id)).toEqual([id])
  })

  test('may be broken', async () => {
    await studio.put('lambdas/a/lambda.json', 'oops')
    await studio.put('lambdas/a/lambda.js', 'x')
    await studio.api.lambdas.delete('a')
    expect((await studio.api.lambdas.list()).problems).toEqual([])
  })
})

describe('what is broken', () => {
  test('is told with its place, and the rest works', async () => {
    await create('good')
    await studio.put('lambdas/broken/lambda.js', 'x')
    await studio.put('lambdas/broken/lambda.json', '{\n  "name": "x",\n  "type": oops\n}')
    await studio.put(
      'lambdas/shapeless/lambda.json',
      '{ "name": "x", "type": "JWTPopulate", "ids": { "dev": "1" } }',
    )
    await studio.put('lambdas/shapeless/lambda.js', 'x')
    await studio.put('lambdas/bodiless/lambda.json', '{ "name": "x", "type": "JWTPopulate" }')
    await studio.put('lambdas/unset/lambda.js', 'x')
    const { lambdas, problems } = await studio.api.lambdas.list()
    expect(lambdas.map(({ slug }) => slug)).toEqual(['bodiless', 'good'])
    expect(
      problems.map(({ code, slug, message }) => [code, slug, /line 3, column 11/.test(message)]),
    ).toEqual([
      ['body-missing', 'bodiless', false],
      ['not-json', 'broken', true],
      ['wrong-shape', 'shapeless', false],
      ['settings-missing', 'unset', false],
    ])
    await expect(studio.api.lambdas.save('broken', { name: 'y' })).rejects.toMatchObject({ code: 'not-json' })
    expect(textOf('lambdas/broken/lambda.json')).toContain('oops')
  })

  test('in studio.json leaves the lambdas usable and the file alone', async () => {
    await create('good')
    await studio.put('studio.json', '{ "version": 1, }')
    const info = await studio.api.workspace.open(join(studio.folder, 'lambdas/good'))
    expect(info).toMatchObject({ folder: studio.folder, config: { ecmaVersion: 2021, instances: [] } })
    expect(info.problems).toMatchObject([{ code: 'not-json', file: 'studio.json' }])
    expect((await studio.api.lambdas.list()).lambdas).toHaveLength(1)
    expect(textOf('studio.json')).toBe('{ "version": 1, }')
  })

  test('is a body that is not UTF-8', async () => {
    await create('a')
    await studio.put('lambdas/a/lambda.js', '')
    await writeAtomically(join(studio.folder, 'lambdas/a/lambda.js'), new Uint8Array([0xff, 0xfe]))
    await expect(studio.api.lambdas.read('a')).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})

test('two lambdas with one id are both told', async () => {
  await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', ids: { dev: idOnDev } })
  await cp(join(studio.folder, 'lambdas/a'), join(studio.folder, 'lambdas/b'), { recursive: true })
  const { lambdas, problems } = await studio.api.lambdas.list()
  expect(lambdas).toHaveLength(2)
  expect(problems.map(({ code, slug }) => [code, slug])).toEqual([
    ['id-shared', 'a'],
    ['id-shared', 'b'],
  ])
})

test('a link that leads out is told and read, but not written through', async () => {
  const { slug } = await create('a')
  await symlink('/etc', join(studio.folder, 'lambdas/out'))
  await rm(join(studio.folder, 'lambdas/a/lambda.js'))
  await symlink('/etc/hostname', join(studio.folder, 'lambdas/a/lambda.js'))
  const { problems } = await studio.api.lambdas.list()
  expect(problems.filter(({ code }) => code === 'link-points-out').map(({ file }) => file)).toEqual([
    'lambdas/a/lambda.js',
    'lambdas/out',
  ])
  await expect(studio.api.lambdas.save(slug, { body: 'mine' })).rejects.toMatchObject({
    code: 'link-points-out',
  })
  expect(await readFile('/etc/hostname', 'utf8')).not.toBe('mine')
})

test('folders that differ in case alone are told', async () => {
  await create('a')
  await studio.put('lambdas/A/lambda.json', { name: 'x', type: 'JWTPopulate' })
  await studio.put('lambdas/A/lambda.js', 'x')
  const { problems } = await studio.api.lambdas.list()
  expect(problems.map(({ code, slug }) => [code, slug])).toEqual([
    ['slug-shared', 'A'],
    ['slug-shared', 'a'],
  ])
})

test('ten thousand lambdas are listed', async () => {
  const settings = { name: 'x', type: 'JWTPopulate' }
  const names = Array.from({ length: 10_000 }, (_, at) => `lambda-${at}`)
  for (const name of names) {
    await studio.put(`lambdas/${name}/lambda.json`, settings)
    await studio.put(`lambdas/${name}/lambda.js`, 'x')
  }
  const { lambdas, problems } = await studio.api.lambdas.list()
  expect([lambdas.length, problems.length]).toEqual([10_000, 0])
}, 60_000)
