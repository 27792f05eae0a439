import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type WorkspaceStudio } from '../../helpers/workspace-studio.ts'

let studio: WorkspaceStudio

beforeEach(async () => {
  studio = await openWorkspace()
  await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body: 'function populate() {}\n' })
})
afterEach(() => studio.close())

const textOf = (name: string): string =>
  readFileSync(join(studio.folder, `lambdas/a/cases/${name}.json`), 'utf8')
const content = { input: { jwt: {} } }

test('a case is written in a stable form under a name made from its own', async () => {
  const { name } = await studio.api.cases.create('a', { name: 'A user / without roles', content })
  expect(name).toBe('a-user-without-roles')
  expect(textOf(name)).toBe('{\n  "input": {\n    "jwt": {}\n  }\n}\n')
})

test('cases are listed by name with what they are, and broken ones as problems', async () => {
  await studio.api.cases.create('a', { name: 'one', content })
  await studio.api.cases.create('a', { name: 'two', content: { ...content, expect: {} } })
  await studio.api.cases.create('a', { name: 'three', content: { ...content, property: { vary: ['/jwt'] } } })
  await studio.put('lambdas/a/cases/My own name.json', content)
  await studio.put('lambdas/a/cases/broken.json', '{\n  "input": [\n}')
  await studio.put('lambdas/a/cases/odd.json', { input: {}, expct: {} })
  const { cases, problems } = await studio.api.cases.list('a')
  expect(cases.map(({ name, kind }) => [name, kind])).toEqual([
    ['My own name', 'example'],
    ['one', 'example'],
    ['three', 'property'],
    ['two', 'expectation'],
  ])
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['not-json', 'lambdas/a/cases/broken.json'],
    ['wrong-shape', 'lambdas/a/cases/odd.json'],
  ])
  expect(await studio.api.cases.read('a', 'broken')).toMatchObject({
    content: null,
    text: '{\n  "input": [\n}',
  })
})

test('the cases of all lambdas are named in one go, whatever is wrong with them or beside them', async () => {
  await studio.put('lambdas/a/cases/broken.json', '{')
  await studio.put('lambdas/a/cases/one.json', content)
  await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'b', body: 'function populate() {}\n' })
  await studio.put('lambdas/b/cases/two.json', content)
  await studio.put('lambdas/con/cases/three.json', content)
  await studio.put('lambdas/without-cases/lambda.json', '{')
  expect(await studio.api.cases.names()).toEqual([
    { slug: 'a', names: ['broken', 'one'] },
    { slug: 'b', names: ['two'] },
  ])
})

test('a text is saved byte for byte, and one that is not a case is refused', async () => {
  const { name, revision } = await studio.api.cases.create('a', { name: 'one', content })
  const text = '{ "input":\t{} }'
  const saved = await studio.api.cases.save({ slug: 'a', case: name, text, basedOn: revision })
  expect([saved.kind, textOf(name)]).toEqual(['saved', text])
  await expect(studio.api.cases.save({ slug: 'a', case: name, text: '{}' })).rejects.toMatchObject({
    code: 'wrong-shape',
  })
  expect(textOf(name)).toBe(text)
})

test('a save over the edit of another program is a conflict', async () => {
  const { name, revision } = await studio.api.cases.create('a', { name: 'one', content })
  await studio.put(`lambdas/a/cases/${name}.json`, { input: { user: {} } })
  const change = { slug: 'a', case: name, text: '{"input":{"mine":1}}', basedOn: revision }
  expect(await studio.api.cases.save(change)).toMatchObject({
    kind: 'conflict',
    document: { content: { input: { user: {} } } },
  })
})

test('a case is renamed, copied, and brought back after it was deleted', async () => {
  await studio.api.cases.create('a', { name: 'one', content })
  expect((await studio.api.cases.rename('a', 'one', 'First')).name).toBe('first')
  expect((await studio.api.cases.duplicate('a', 'first', 'First')).name).toBe('first-2')
  const deleted = await studio.api.cases.delete('a', 'first')
  await expect(studio.api.cases.read('a', 'first')).rejects.toMatchObject({ code: 'case-not-found' })
  await studio.api.cases.create('a', { name: deleted.name, content: deleted.content! })
  expect((await studio.api.cases.list('a')).cases.map(({ name }) => name)).toEqual(['first', 'first-2'])
})

test.each(['{ "input": {},\n\n  "mine": oops', '{"input":{}}'])(
  'a deleted case comes back as it stood: %j',
  async (text) => {
    await studio.put('lambdas/a/cases/Odd Näme.json', text)
    const { name } = await studio.api.cases.delete('a', 'Odd Näme')
    const back = await studio.api.cases.undelete('a', { name, text })
    expect(back).toMatchObject({ name: 'Odd Näme', text })
    expect(await studio.api.cases.read('a', 'Odd Näme')).toMatchObject({ text })
    // Under another name where its own was taken meanwhile.
    expect(await studio.api.cases.undelete('a', { name, text: '{"input":{"a":1}}' })).toMatchObject({
      name: 'odd-name',
    })
    expect(await studio.api.cases.read('a', 'Odd Näme')).toMatchObject({ text })
  },
)

test('a case of a lambda that is not there is refused', async () => {
  await expect(studio.api.cases.create('nobody', { name: 'x', content })).rejects.toMatchObject({
    code: 'lambda-not-found',
  })
})

test('the schema knows the arguments of the type', async () => {
  const schema = (await studio.api.cases.schema('JWTPopulate')) as {
    properties: { input: { properties: object }; expect: { properties: { arguments: object } } }
  }
  expect(Object.keys(schema.properties.input.properties)).toEqual(['jwt', 'user', 'registration', 'context'])
  expect(schema.properties.expect.properties.arguments).not.toHaveProperty('required')
})
