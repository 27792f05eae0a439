import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { LambdaSummary, NewLambda } from '../../../../electron/contract/models/lambda.ts'
import type { useLambdas as UseLambdas } from '../../../../renderer/features/lambdas/lambdas-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let disk: LambdaSummary[] = []
let useLambdas: typeof UseLambdas

const summary = (slug: string, name = slug): LambdaSummary => ({
  slug,
  name,
  type: 'JWTPopulate',
  engineType: 'GraalJS',
  debug: false,
  ids: {},
})

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useLambdas = (await import('../../../../renderer/features/lambdas/lambdas-store.ts')).useLambdas
  studio.answers.set('lambdas.create', ({ name }: NewLambda) => {
    const made = { ...summary(name.toLowerCase().replaceAll(' ', '-'), name), body: '', revision: '0' }
    disk = [...disk, made]
    return made
  })
  studio.answers.set('lambdas.delete', (slug: string) => {
    disk = disk.filter((each) => each.slug !== slug)
    return { id: 'trash-1', slug, name: slug, deletedAt: '2026-01-01T00:00:00Z' }
  })
  studio.answers.set('lambdas.undelete', () => {
    disk = [...disk, summary('roles', 'Roles')]
    return { ...summary('roles', 'Roles'), body: '', revision: '0' }
  })
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('lambdas.list', () => ({ lambdas: disk, problems: [] }))
  disk = []
})

test('a new lambda is open and shown', async () => {
  const lambdas = useLambdas()
  const added = await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })
  expect(lambdas.active).toEqual(added)
  expect(lambdas.open).toEqual([added])
})

test('two lambdas never have one name', async () => {
  const lambdas = useLambdas()
  await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })
  expect((await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })).name).toBe('Roles 2')
})

test('closing the shown tab shows its neighbour and keeps the lambda', async () => {
  const lambdas = useLambdas()
  const first = await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })
  const second = await lambdas.add({ name: 'Claims', type: 'JWTPopulate' })
  lambdas.close([second.id])
  expect(lambdas.activeId).toBe(first.id)
  expect(lambdas.lambdas).toHaveLength(2)
})

test('a deleted lambda comes back and shows', async () => {
  const lambdas = useLambdas()
  const added = await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })
  const undo = await lambdas.remove(added.id)
  expect(lambdas.lambdas).toEqual([])
  await undo()
  expect(lambdas.active?.name).toBe('Roles')
})

test('the tab of a lambda that is gone from the disk closes', async () => {
  disk = [summary('a'), summary('b')]
  const lambdas = useLambdas()
  await lambdas.load()
  lambdas.restore({ openIds: ['a', 'b'], activeId: 'b', otherId: null, side: 'left' })
  disk = [summary('a')]
  await lambdas.load()
  expect(lambdas.openIds).toEqual(['a'])
  expect(lambdas.activeId).toBe('a')
})

test('a tab of the last visit without a lambda is not opened', async () => {
  disk = [summary('a')]
  const lambdas = useLambdas()
  await lambdas.load()
  lambdas.restore({ openIds: ['gone', 'a'], activeId: 'gone', otherId: null, side: 'left' })
  expect(lambdas.openIds).toEqual(['a'])
  expect(lambdas.activeId).toBe('a')
})

test('the two sides of a split editor change places, and closing one leaves the other', async () => {
  disk = ['a', 'b', 'c'].map((slug) => summary(slug))
  const lambdas = useLambdas()
  await lambdas.load()
  lambdas.show('a')
  lambdas.split('b', 'right')
  expect([lambdas.activeId, lambdas.otherId, lambdas.side]).toEqual(['b', 'a', 'right'])
  lambdas.show('a')
  expect([lambdas.activeId, lambdas.otherId, lambdas.side]).toEqual(['a', 'b', 'left'])
  lambdas.show('c')
  expect([lambdas.activeId, lambdas.otherId]).toEqual(['c', 'b'])
  lambdas.close(['c'])
  expect([lambdas.activeId, lambdas.otherId, lambdas.side]).toEqual(['b', null, 'left'])
})

test('tabs that were closed are opened again, the last one first, unless their lambda is gone', async () => {
  disk = ['a', 'b', 'c'].map((slug) => summary(slug))
  const lambdas = useLambdas()
  await lambdas.load()
  for (const id of ['a', 'b', 'c']) lambdas.show(id)
  lambdas.close(['a'])
  lambdas.close(['b'])
  await lambdas.remove('b')
  lambdas.reopen()
  expect(lambdas.openIds).toEqual(['c', 'a'])
  expect(lambdas.canReopen).toBe(false)
})

test('a list that was read before a lambda was made takes neither it nor its tab away', async () => {
  const lambdas = useLambdas()
  const answers = studio.waitFor('lambdas.list')
  const loading = lambdas.load()
  await expect.poll(() => answers.length).toBe(1)
  const made = await lambdas.add({ name: 'Roles', type: 'JWTPopulate' })
  answers[0]!({ lambdas: [], problems: [] })
  await expect.poll(() => answers.length).toBe(2)
  expect(lambdas.open).toEqual([made])
  answers[1]!({ lambdas: disk, problems: [] })
  await loading
  expect(lambdas.active).toEqual(made)
})

test('of two lists, the one that was asked for last counts, however late the first comes', async () => {
  const lambdas = useLambdas()
  const answers = studio.waitFor('lambdas.list')
  const both = [lambdas.load(), lambdas.load()]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!({ lambdas: [summary('now')], problems: [] })
  answers[0]!({ lambdas: [summary('then')], problems: [] })
  await Promise.all(both)
  expect(lambdas.lambdas.map(({ id }) => id)).toEqual(['now'])
})
