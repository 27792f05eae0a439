import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStudio, openWorkspace, type WorkspaceStudio } from '../../helpers/workspace-studio.ts'

let studio: WorkspaceStudio
const body = { kind: 'body' } as const

beforeEach(async () => {
  studio = await openWorkspace()
})
afterEach(() => studio.close())

test('a draft is found by another studio, with the text that is saved', async () => {
  const { slug, revision } = await studio.api.lambdas.create({
    type: 'JWTPopulate',
    name: 'a',
    body: 'saved',
  })
  await studio.api.drafts.put({ slug, part: body, text: 'unsaved', basedOn: revision })
  const other = makeStudio()
  await other.api.workspace.open(studio.folder)
  expect(await other.api.drafts.list()).toMatchObject([
    { slug, part: body, text: 'unsaved', basedOn: revision, saved: 'saved', isStale: false },
  ])
  other.close()
})

test('a draft whose saved text was changed since is stale', async () => {
  const { slug, revision } = await studio.api.lambdas.create({
    type: 'JWTPopulate',
    name: 'a',
    body: 'saved',
  })
  await studio.api.drafts.put({ slug, part: body, text: 'unsaved', basedOn: revision })
  await studio.put(`lambdas/${slug}/lambda.js`, 'theirs')
  expect(await studio.api.drafts.list()).toMatchObject([{ saved: 'theirs', isStale: true }])
})

test('a draft of what is gone is kept', async () => {
  const { slug, revision } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body: '' })
  await studio.api.drafts.put({ slug, part: body, text: 'unsaved', basedOn: revision })
  await rm(join(studio.folder, 'lambdas'), { recursive: true })
  expect(await studio.api.drafts.list()).toMatchObject([{ saved: null, isStale: true }])
})

test('a draft that was saved is no draft any more', async () => {
  const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body: 'same' })
  await studio.api.drafts.put({ slug, part: body, text: 'same', basedOn: null })
  expect(await studio.api.drafts.list()).toEqual([])
})

test('of many puts the last one stays, and a discard after them leaves nothing', async () => {
  const part = { kind: 'case', case: 'x' } as const
  const puts = [1, 2, 3].map((each) =>
    studio.api.drafts.put({ slug: 'a', part, text: String(each), basedOn: null }),
  )
  await Promise.all(puts)
  expect(await studio.api.drafts.list()).toMatchObject([{ text: '3', part }])
  const last = studio.api.drafts.put({ slug: 'a', part, text: '4', basedOn: null })
  await Promise.all([last, studio.api.drafts.discard('a', part)])
  expect(await studio.api.drafts.list()).toEqual([])
  expect(existsSync(join(studio.folder, '.studio/drafts/a'))).toBe(false)
})

test.each(['mine', null])(
  'text of a settings file is found again, and is no draft of a lambda: %s',
  async (slug) => {
    const { drafts } = studio.api
    expect(await drafts.ofSettings(slug)).toBeNull()
    await drafts.putSettings({ slug, text: '{ "name": ', basedOn: 'r1' })
    const other = makeStudio()
    await other.api.workspace.open(studio.folder)
    expect(await other.api.drafts.ofSettings(slug)).toMatchObject({ text: '{ "name": ', basedOn: 'r1' })
    expect(await other.api.drafts.list()).toEqual([])
    other.close()
    await Promise.all([
      drafts.putSettings({ slug, text: 'later', basedOn: null }),
      drafts.discardSettings(slug),
    ])
    expect(await drafts.ofSettings(slug)).toBeNull()
  },
)

test('a draft lies in the workspace that was open when it was put', async () => {
  const other = await openWorkspace()
  await mkdir(join(studio.folder, '.studio/drafts'), { recursive: true })
  for (let at = 0; at < 300; at++)
    await studio.put(`.studio/drafts/a/case-${at}.json`, { slug: 'a', part: { kind: 'case', case: `${at}` } })
  const listed = studio.api.drafts.list()
  const put = studio.api.drafts.put({ slug: 'a', part: body, text: 'mine', basedOn: null })
  await studio.api.workspace.open(other.folder)
  await Promise.all([listed, put])
  expect(await studio.api.drafts.list()).toEqual([])
  await studio.api.workspace.open(studio.folder)
  expect(await studio.api.drafts.list()).toMatchObject([{ slug: 'a', text: 'mine' }])
  other.close()
})

test('a case has a draft however long its name may be', async () => {
  const part = { kind: 'case', case: 'x'.repeat(120) } as const
  await studio.api.drafts.put({ slug: 'a', part, text: 'mine', basedOn: null })
  expect(await studio.api.drafts.list()).toMatchObject([{ part, text: 'mine' }])
})

test('a folder among the drafts that nobody could have put there keeps none from being found', async () => {
  await studio.api.drafts.put({ slug: 'a', part: body, text: 'mine', basedOn: null })
  await mkdir(join(studio.folder, '.studio/drafts/.trash'))
  expect(await studio.api.drafts.list()).toMatchObject([{ text: 'mine' }])
})
