import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type WorkspaceStudio } from '../../helpers/workspace-studio.ts'

const broken = '{\n  "name": "Mine",\n  "type": JWTPopulate\n}\n'
const mended = '{\n  "name": "Mine",\n  "type": "JWTPopulate",\n  "mine": 1\n}\n'

let studio: WorkspaceStudio
const textOf = (path: string) => readFile(join(studio.folder, path), 'utf8')

beforeEach(async () => {
  studio = await openWorkspace()
  await studio.put('lambdas/mine/lambda.js', 'function populate(jwt, user, registration) {}\n')
  await studio.put('lambdas/mine/lambda.json', broken)
})
afterEach(() => studio.close())

test('a broken lambda.json is read as it stands, with its fault, and mended with what it holds kept', async () => {
  const { workspace, lambdas, history } = studio.api
  const read = await workspace.readSettingsFile('mine')
  expect(read).toMatchObject({ file: 'lambdas/mine/lambda.json', text: broken, fault: { code: 'not-json' } })
  expect(read.fault?.message).toContain('line 3, column 11')
  const outcome = await workspace.saveSettingsFile({ slug: 'mine', text: mended, basedOn: read.revision })
  expect(outcome).toMatchObject({ kind: 'saved', settings: { text: mended, fault: null } })
  expect(await textOf('lambdas/mine/lambda.json')).toBe(mended)
  expect((await lambdas.list()).lambdas).toMatchObject([{ slug: 'mine', name: 'Mine' }])
  const [snapshot] = (await history.list('mine')).entries
  expect((await history.compare('mine', snapshot!.id)).then.settings).toBe(broken)
  expect(studio.events).toContainEqual({
    event: 'workspace.changed',
    payload: { slugs: ['mine'], config: false, gone: false },
  })
})

test.each([
  ['{ "name": "Mine" ', 'not-json'],
  ['{ "name": "Mine" }', 'wrong-shape'],
  ['{ "name": "Mine", "type": "JWTPopulate", "ids": { "dev": "no id" } }', 'wrong-shape'],
])('%j is not saved, and the file stays as it is', async (text, code) => {
  const { revision } = await studio.api.workspace.readSettingsFile('mine')
  const save = studio.api.workspace.saveSettingsFile({ slug: 'mine', text, basedOn: revision })
  await expect(save).rejects.toMatchObject({ code })
  expect(await textOf('lambdas/mine/lambda.json')).toBe(broken)
})

test('a file that another program changed meanwhile is not written over', async () => {
  const { revision } = await studio.api.workspace.readSettingsFile('mine')
  await studio.put('lambdas/mine/lambda.json', '{ "name": "Theirs"')
  const outcome = await studio.api.workspace.saveSettingsFile({
    slug: 'mine',
    text: mended,
    basedOn: revision,
  })
  expect(outcome).toMatchObject({ kind: 'conflict', settings: { text: '{ "name": "Theirs"' } })
  expect(await textOf('lambdas/mine/lambda.json')).toBe('{ "name": "Theirs"')
})

test('a folder without a lambda.json gets one to start from, with the type that its body tells', async () => {
  const { workspace, lambdas } = studio.api
  await rm(join(studio.folder, 'lambdas/mine/lambda.json'))
  await studio.put('lambdas/mine/lambda.js', 'function populate(userInfo, user, registration, jwt) {}\n')
  const { text, revision, fault } = await workspace.readSettingsFile('mine')
  expect([revision, fault]).toEqual([null, null])
  await workspace.saveSettingsFile({ slug: 'mine', text, basedOn: null })
  expect((await lambdas.list()).lambdas).toMatchObject([{ name: 'mine', type: 'UserInfoPopulate' }])
  await expect(workspace.readSettingsFile('nobody')).rejects.toMatchObject({ code: 'lambda-not-found' })
})

test('a broken studio.json is mended, after which its instances are there', async () => {
  const { workspace, instances } = studio.api
  const instance = { id: 'dev', name: 'Dev', url: 'http://localhost:9011' }
  await studio.put('studio.json', '{ "version": 1,, }')
  const { text, revision, fault } = await workspace.readSettingsFile(null)
  expect([text, fault?.code]).toEqual(['{ "version": 1,, }', 'not-json'])
  const next = JSON.stringify({ version: 1, instances: [instance] })
  await workspace.saveSettingsFile({ slug: null, text: next, basedOn: revision })
  expect(await instances.list()).toMatchObject([instance])
  expect((await workspace.current())?.problems).toEqual([])
})
