import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  eventually,
  makeStudio,
  openWorkspace,
  putFile,
  temporaryFolder,
} from '../../helpers/workspace-studio.ts'
import { settingsInMemory } from '../../helpers/settings-in-memory.ts'

test('a new workspace holds a studio.json in the documented form', async () => {
  const { folder, close } = await openWorkspace()
  expect(await readFile(join(folder, 'studio.json'), 'utf8')).toBe(
    '{\n  "version": 1,\n  "ecmaVersion": 2021,\n  "instances": []\n}\n',
  )
  close()
})

test('a folder that is a workspace already is not made one again', async () => {
  const { api, folder, close } = await openWorkspace()
  await expect(api.workspace.create(folder)).rejects.toMatchObject({ code: 'workspace-exists' })
  close()
})

test('a folder in no workspace is not opened, and what was open stays open', async () => {
  const { api, folder, close } = await openWorkspace()
  await expect(api.workspace.open(temporaryFolder())).rejects.toMatchObject({ code: 'not-a-workspace' })
  expect((await api.workspace.current())?.folder).toBe(folder)
  close()
})

test('of two workspaces that are opened at once, the one that was asked for last is open', async () => {
  const first = await openWorkspace()
  const second = await openWorkspace()
  const deep = join(first.folder, ...Array.from({ length: 60 }, () => 'x'))
  await mkdir(deep, { recursive: true })
  const { api, events, close } = makeStudio()
  await Promise.all([api.workspace.open(deep), api.workspace.open(second.folder)])
  expect((await api.workspace.current())?.folder).toBe(second.folder)
  const opened = events.flatMap(({ event, payload }) => (event === 'workspace.opened' ? [payload] : []))
  expect(opened).toEqual([{ folder: first.folder }, { folder: second.folder }])
  close()
  first.close()
  second.close()
})

test('that a workspace was closed is told', async () => {
  const { api, events, close } = await openWorkspace()
  await api.workspace.close()
  expect(events.at(-1)).toEqual({ event: 'workspace.opened', payload: { folder: null } })
  close()
})

test('calls on a workspace say so where none is open', async () => {
  const { api, close } = makeStudio()
  await expect(async () => api.lambdas.list()).rejects.toMatchObject({ code: 'no-workspace' })
  expect(await api.workspace.current()).toBeNull()
  close()
})

test('workspaces that were open are remembered, the last one first', async () => {
  const settings = settingsInMemory()
  const first = await openWorkspace({ settings })
  const second = await openWorkspace({ settings })
  await second.api.workspace.open(first.folder)
  await rm(join(second.folder, 'studio.json'))
  const recent = await second.api.workspace.recent()
  expect(recent.map(({ folder, exists }) => [folder, exists])).toEqual([
    [first.folder, true],
    [second.folder, false],
  ])
  await second.api.workspace.forget(second.folder)
  expect(await second.api.workspace.recent()).toHaveLength(1)
  first.close()
  second.close()
})

test('what a killed program left behind is cleared away once it is old', async () => {
  const { api, folder, close } = await openWorkspace({ watch: true })
  const young = join(folder, 'lambdas/.lambda.js.0123456789ab.tmp')
  const old = join(folder, 'lambdas/a/.lambda.js.abcdefabcdef.tmp')
  const theirs = join(folder, 'lambdas/.notes.tmp')
  const oldFolder = join(folder, 'lambdas/.new.abcdef012345.tmp')
  for (const file of [young, old, theirs, join(oldFolder, '0/lambda.js')]) await putFile(file, 'x')
  for (const file of [old, theirs, oldFolder]) await utimes(file, 1, 1)
  await api.workspace.open(folder)
  await eventually(
    () =>
      readFile(old).then(
        () => false,
        () => true,
      ),
    'the old file is gone',
  )
  await eventually(() => !existsSync(oldFolder), 'the old folder is gone')
  expect(await readFile(young, 'utf8')).toBe('x')
  expect(await readFile(theirs, 'utf8')).toBe('x')
  close()
})

test('a leftover that cannot be looked at keeps no other from being cleared away', async () => {
  const { api, folder, close } = await openWorkspace({ watch: true })
  const gone = ['lambdas/.a.0123456789ab.tmp', 'lambdas/.z.0123456789ab.tmp', '.b.0123456789ab.tmp']
  const old = ['lambdas/.m.abcdefabcdef.tmp', '.studio/.m.abcdefabcdef.tmp', '.m.abcdefabcdef.tmp']
  for (const path of old) {
    await putFile(join(folder, path), 'x')
    await utimes(join(folder, path), 1, 1)
  }
  // To the one who looks, a link that leads nowhere is a file that was deleted in between.
  for (const path of gone) await symlink(join(folder, 'nowhere'), join(folder, path))
  await api.workspace.open(folder)
  await eventually(() => old.every((path) => !existsSync(join(folder, path))), 'all old ones are gone')
  close()
})

test('edits of other programs are told, those of the studio itself are not', async () => {
  const { api, folder, events, close } = await openWorkspace({ watch: true })
  const { slug } = await api.lambdas.create({ type: 'JWTPopulate', name: 'mine', body: 'one' })
  const told = () =>
    events
      .filter(({ event }) => event === 'workspace.changed')
      .flatMap(({ payload }) => (payload as { slugs: string[] }).slugs)
  await eventually(async () => {
    await putFile(join(folder, 'lambdas/sign/lambda.js'), randomUUID())
    return told().includes('sign')
  }, 'the watch has begun')

  await api.lambdas.save(slug, { body: 'two' })
  await api.cases.create(slug, { name: 'a case', content: { input: {} } })
  const renamed = await api.lambdas.rename(slug, 'Yours', true)
  await putFile(join(folder, 'lambdas/theirs/lambda.js'), 'x')
  await eventually(() => told().includes('theirs'), 'the edit of another program is told')
  expect(told().filter((each) => each !== 'sign' && each !== 'theirs')).toEqual([])
  await writeFile(join(folder, 'lambdas', renamed.slug, 'lambda.js'), 'theirs')
  await eventually(() => told().includes('yours'), 'the edit of the renamed lambda is told')
  expect((await api.lambdas.read('yours')).body).toBe('theirs')
  close()
})

test('lambdas that come and go outside are listed as they are', async () => {
  const { api, folder, events, close } = await openWorkspace({ watch: true })
  await mkdir(join(folder, 'lambdas'))
  const slugs = async () => (await api.lambdas.list()).lambdas.map(({ slug }) => slug)
  expect(await slugs()).toEqual([])
  await putFile(join(folder, 'lambdas/a/lambda.js'), 'x')
  await putFile(join(folder, 'lambdas/a/lambda.json'), { name: 'a', type: 'JWTPopulate' })
  await eventually(async () => (await slugs()).includes('a'), 'the lambda is listed')
  await eventually(() => events.some(({ event }) => event === 'workspace.changed'), 'it is told')
  await rm(join(folder, 'lambdas/a'), { recursive: true })
  await eventually(async () => (await slugs()).length === 0, 'it is listed no more')
  close()
})

test('a folder that is deleted under the program is told', async () => {
  const { folder, events, close } = await openWorkspace({ watch: true })
  await eventually(async () => {
    await putFile(join(folder, 'lambdas/a/lambda.js'), randomUUID())
    return events.some(({ event }) => event === 'workspace.changed')
  }, 'the watch has begun')
  await rm(folder, { recursive: true })
  const isGone = ({ event, payload }: { event: string; payload: unknown }): boolean =>
    event === 'workspace.changed' && (payload as { gone: boolean }).gone
  await eventually(() => events.some(isGone), 'it is told that the folder is gone')
  close()
})

test('a folder that comes back is told with all its lambdas, and watched again', async () => {
  const { api, folder, events, close } = await openWorkspace({ watch: true })
  await putFile(join(folder, 'lambdas/a/lambda.json'), { name: 'a', type: 'JWTPopulate' })
  await putFile(join(folder, 'lambdas/a/lambda.js'), 'x')
  await eventually(async () => (await api.lambdas.list()).lambdas.length === 1, 'the lambda is listed')
  const changes = () =>
    events
      .filter(({ event }) => event === 'workspace.changed')
      .map(({ payload }) => payload as { gone: boolean; slugs: string[] })
  await rename(folder, `${folder}-away`)
  await eventually(() => changes().some(({ gone }) => gone), 'it is told that the folder is gone')
  expect((await api.lambdas.list()).lambdas).toEqual([])
  await rename(`${folder}-away`, folder)
  await eventually(() => changes().at(-1)?.gone === false, 'it is told that the folder is back')
  expect(changes().at(-1)?.slugs).toEqual(['a'])
  const told = changes().length
  await eventually(async () => {
    await putFile(join(folder, 'lambdas/a/lambda.js'), `y${changes().length}`)
    return changes().length > told
  }, 'edits are told again')
  close()
})

test.each(['~$notes.docx', 'notes?.txt', 'folder '])(
  'a file named %j in the folder of a lambda is left alone, and the lambda is saved and watched',
  async (name) => {
    const { api, folder, events, close } = await openWorkspace({ watch: true })
    const { slug } = await api.lambdas.create({ type: 'JWTPopulate', name: 'mine', body: 'one' })
    const told = () => events.filter(({ event }) => event === 'workspace.changed').length
    await eventually(async () => {
      await putFile(join(folder, 'lambdas', slug, name), randomUUID())
      return told() > 0
    }, 'the file is told as an edit')
    expect(await api.lambdas.save(slug, { body: 'two' })).toMatchObject({ kind: 'saved' })
    close()
  },
)

test('a folder whose name cannot be used is told as a problem when it comes', async () => {
  const { api, folder, close } = await openWorkspace({ watch: true })
  await api.lambdas.create({ type: 'JWTPopulate', name: 'mine' })
  await eventually(async () => {
    await putFile(join(folder, 'lambdas/mine/notes.txt'), randomUUID())
    return (await api.lambdas.list()).lambdas.length === 1
  }, 'the lambda is listed')
  await putFile(join(folder, 'lambdas/~theirs/lambda.js'), 'x')
  const codes = async () => (await api.lambdas.list()).problems.map(({ code }) => code)
  await eventually(async () => (await codes()).includes('unusable-name'), 'its problem is listed')
  expect((await api.lambdas.list()).lambdas).toHaveLength(1)
  close()
})

test('a link that leads in a circle does not keep a lambda from being saved', async () => {
  const { api, folder, close } = await openWorkspace({ watch: true })
  const { slug } = await api.lambdas.create({ type: 'JWTPopulate', name: 'mine', body: 'one' })
  await symlink('circle.js', join(folder, 'lambdas', slug, 'circle.js'))
  expect(await api.lambdas.save(slug, { body: 'two' })).toMatchObject({ kind: 'saved' })
  close()
})

test('of two lists at once, both have what was saved before', async () => {
  const { api, close } = await openWorkspace({ watch: true })
  const { slug } = await api.lambdas.create({ type: 'JWTPopulate', name: 'before' })
  await eventually(async () => {
    await api.lambdas.save(slug, { name: 'before' })
    return (await api.lambdas.list()).lambdas.length === 1
  }, 'the lambda is listed')
  for (const name of Array.from({ length: 20 }, (_, at) => `name ${at}`)) {
    await api.lambdas.save(slug, { name })
    const both = await Promise.all([api.lambdas.list(), api.lambdas.list()])
    expect(both.map(({ lambdas }) => lambdas[0]?.name)).toEqual([name, name])
  }
  close()
})

test('what the studio itself does before the watch has begun is not told as an edit of others', async () => {
  const { api, folder, events, close } = await openWorkspace({ watch: true })
  expect((await api.lambdas.list()).lambdas).toEqual([])
  const { slug } = await api.lambdas.create({ name: 'Own', type: 'JWTPopulate' })
  await putFile(join(folder, 'lambdas/other/lambda.js'), 'x')
  const told = (): string[] =>
    events.flatMap(({ event, payload }) =>
      event === 'workspace.changed' ? (payload as { slugs: string[] }).slugs : [],
    )
  await eventually(() => told().includes('other'), 'the edit of the other is told')
  expect(told()).not.toContain(slug)
  close()
})
