import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { PageLambdaStorage } from '../../../../renderer/features/lambdas/lambda-storage.ts'
import { useLambdas } from '../../../../renderer/features/lambdas/lambdas-store.ts'
import { lambda } from '../../builders.ts'

const fields = { name: 'Roles', type: 'JWTPopulate', body: 'function populate() {}', input: '{}' }

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
})

test('a new lambda is open and shown', () => {
  const lambdas = useLambdas()
  const added = lambdas.add(fields)
  expect(lambdas.active).toEqual(added)
  expect(lambdas.open).toEqual([added])
})

test('two lambdas never have one name', () => {
  const lambdas = useLambdas()
  lambdas.add(fields)
  expect(lambdas.add(fields).name).toBe('Roles 2')
})

test('a change leaves the other lambdas alone', () => {
  const lambdas = useLambdas()
  const first = lambdas.add(fields)
  const second = lambdas.add(fields)
  lambdas.change(first.id, { body: 'changed' })
  expect(lambdas.lambdas).toEqual([{ ...first, body: 'changed' }, second])
})

test('closing the shown tab shows its neighbour', () => {
  const lambdas = useLambdas()
  const first = lambdas.add(fields)
  const second = lambdas.add(fields)
  lambdas.close(second.id)
  expect(lambdas.activeId).toBe(first.id)
  expect(lambdas.lambdas).toHaveLength(2)
})

test('a deleted lambda comes back with its text', () => {
  const lambdas = useLambdas()
  const added = lambdas.add(fields)
  const undo = lambdas.remove(added.id)
  expect(lambdas.lambdas).toEqual([])
  undo()
  expect(lambdas.active).toEqual(added)
})

test('undoing twice brings one lambda back', () => {
  const lambdas = useLambdas()
  const undo = lambdas.remove(lambdas.add(fields).id)
  undo()
  undo()
  expect(lambdas.lambdas).toHaveLength(1)
})

test('what was stored is there on the next visit', () => {
  const storage = new PageLambdaStorage(localStorage)
  const before = useLambdas()
  before.add(fields)
  storage.save(before.stored)

  setActivePinia(createPinia())
  const after = useLambdas()
  expect(after.restore(storage)).toBe(true)
  expect(after.stored).toEqual(before.stored)
})

test('a tab of a lambda that is gone is not opened', () => {
  const lambdas = useLambdas()
  lambdas.restore({
    load: () => ({ lambdas: [lambda({ id: 'a' })], openIds: ['gone', 'a'], activeId: 'gone' }),
    save: () => undefined,
  })
  expect(lambdas.open.map(({ id }) => id)).toEqual(['a'])
  expect(lambdas.active).toBeUndefined()
})

test('a storage that cannot be read is set aside, not lost', () => {
  localStorage.setItem('studio.lambdas', '{ "lambdas": [ {')
  expect(new PageLambdaStorage(localStorage).load()).toBeUndefined()
  expect(localStorage.getItem('studio.lambdas.unreadable')).toBe('{ "lambdas": [ {')
})
