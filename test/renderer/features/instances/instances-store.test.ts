import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { InstanceInfo } from '../../../../electron/contract/models/instance.ts'
import type { useInstances as UseInstances } from '../../../../renderer/features/instances/instances-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'
import { instance, probeReport } from '../../sync-builders.ts'

const studio = new AnsweringStudio()
let useInstances: typeof UseInstances
let known: InstanceInfo[]

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useInstances = (await import('../../../../renderer/features/instances/instances-store.ts')).useInstances
  studio.answers.set('instances.add', () => {
    known = [...known, instance({ id: 'prod', name: 'Production' })]
    return known.at(-1)
  })
  studio.answers.set('instances.edit', (_id: string, change: object) => {
    known = known.map((each) => ({ ...each, ...change }))
    return known[0]
  })
  studio.answers.set('instances.setKey', () => known[0])
  studio.answers.set('instances.probe', () => probeReport())
})

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  studio.calls.length = 0
  studio.answers.set('instances.list', () => known)
  known = [instance(), instance({ id: 'test', name: 'Test' })]
})

test('the first instance is worked with until one is chosen, and the choice is remembered', async () => {
  const instances = useInstances()
  await instances.load()
  expect(instances.current?.id).toBe('dev')
  instances.choose('test')
  setActivePinia(createPinia())
  const later = useInstances()
  await later.load()
  expect(later.current?.id).toBe('test')
})

test('an added instance is chosen and probed, and its key stays nowhere in the page', async () => {
  const instances = useInstances()
  await instances.add({ name: 'Production', url: 'https://auth.example.com' }, 'secret-key')
  expect(instances.current?.id).toBe('prod')
  expect(studio.callsOf('instances.probe')).toEqual([['prod']])
  expect(JSON.stringify([instances.$state, Object.entries(localStorage)])).not.toContain('secret-key')
})

test('an edit without a key leaves the kept one alone', async () => {
  const instances = useInstances()
  await instances.load()
  await instances.edit('dev', { name: 'Development' }, null)
  expect(studio.callsOf('instances.setKey')).toEqual([])
  await instances.edit('dev', { name: 'Development' }, 'secret-key')
  expect(studio.callsOf('instances.setKey')).toEqual([['dev', 'secret-key']])
})

test('what a probe found is forgotten with the address that it was found at', async () => {
  const instances = useInstances()
  await instances.load()
  await instances.probe('dev')
  expect(instances.probeOf('dev')).toMatchObject({ kind: 'probed' })
  known = [instance({ url: 'https://other.example.com' })]
  await instances.load()
  expect(instances.probeOf('dev')).toBeUndefined()
})

test('a new key that is refused is tried again for a minute, and a wrong one no longer', async () => {
  vi.useFakeTimers()
  const refused = probeReport({
    outcome: 'unusable',
    problem: { code: 'key-refused', message: 'Refused.', hint: 'Wait.' },
  })
  const answers = [refused, refused, probeReport()]
  studio.answers.set('instances.probe', () => answers.shift() ?? refused)
  const instances = useInstances()
  await instances.load()
  await instances.edit('dev', {}, 'new-key')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(instances.isUsable('dev')).toBe(false)
  await vi.advanceTimersByTimeAsync(7_000)
  expect(instances.isUsable('dev')).toBe(true)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(studio.callsOf('instances.probe')).toHaveLength(3)
  await instances.edit('dev', {}, 'wrong-key')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(studio.callsOf('instances.probe')).toHaveLength(9)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(studio.callsOf('instances.probe')).toHaveLength(9)
  expect(instances.isUsable('dev')).toBe(false)
  vi.useRealTimers()
  studio.answers.set('instances.probe', () => probeReport())
})

test('a list that cannot be read says why', async () => {
  studio.answers.delete('instances.list')
  const instances = useInstances()
  await instances.load()
  expect(instances.failure?.code).toBe('unknown-call')
  expect(instances.list).toEqual([])
})

test('where the list cannot be read again, what is known stays', async () => {
  const instances = useInstances()
  await instances.load()
  studio.answers.delete('instances.list')
  await instances.load()
  expect(instances.failure?.code).toBe('unknown-call')
  expect(instances.current?.id).toBe('dev')
  studio.answers.set('instances.list', () => known)
  await instances.load()
  expect(instances.failure).toBeUndefined()
})
