import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { effectScope } from 'vue'
import type { shownMeanwhile as ShownMeanwhile } from '../../../renderer/workbench/shown-meanwhile.ts'
import type { useLambdas as UseLambdas } from '../../../renderer/features/lambdas/lambdas-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()
let shownMeanwhile: typeof ShownMeanwhile
let useLambdas: typeof UseLambdas

const summary = (slug: string) => ({
  slug,
  name: slug,
  type: 'JWTPopulate',
  engineType: 'GraalJS',
  debug: false,
  ids: {},
})

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  shownMeanwhile = (await import('../../../renderer/workbench/shown-meanwhile.ts')).shownMeanwhile
  useLambdas = (await import('../../../renderer/features/lambdas/lambdas-store.ts')).useLambdas
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('lambdas.list', () => ({ lambdas: ['one', 'two'].map(summary), problems: [] }))
  studio.answers.set('lambdas.read', (slug: string) => ({ body: slug, revision: 'r1' }))
})

async function showOne() {
  const lambdas = useLambdas()
  await lambdas.load()
  const shown = effectScope().run(shownMeanwhile)!
  lambdas.show('one')
  await expect.poll(() => shown.value?.id).toBe('one')
  return { lambdas, shown }
}

test('while the body of another lambda is being read, the one before shows', async () => {
  const { lambdas, shown } = await showOne()
  const answers = studio.waitFor('lambdas.read')
  lambdas.show('two')
  await expect.poll(() => answers.length).toBe(1)
  expect(shown.value?.id).toBe('one')
  answers[0]!({ body: 'two', revision: 'r1' })
  await expect.poll(() => shown.value?.id).toBe('two')
})

test('nothing shows of a lambda whose body cannot be read, and none that is gone', async () => {
  const { lambdas, shown } = await showOne()
  studio.answers.delete('lambdas.read')
  lambdas.show('two')
  await expect.poll(() => shown.value).toBeUndefined()
  lambdas.show('one')
  await expect.poll(() => shown.value?.id).toBe('one')
  studio.waitFor('lambdas.read')
  lambdas.show('two')
  studio.answers.set('lambdas.list', () => ({ lambdas: [summary('two')], problems: [] }))
  await lambdas.load()
  expect(shown.value).toBeUndefined()
})
