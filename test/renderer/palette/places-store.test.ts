import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { usePlaces, type Place } from '../../../renderer/palette/places-store.ts'

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const place = (id: string): Place => ({ id, label: id, go: () => undefined })

test('what is still looked for when the palette closes is wanted no more', async () => {
  const places = usePlaces()
  let answer: (found: readonly Place[]) => void = () => undefined
  const find = vi.fn(() => new Promise<readonly Place[]>((resolve) => (answer = resolve)))
  places.register([{ id: 'users', title: 'users.title', find }])
  places.search('ada')
  await vi.advanceTimersByTimeAsync(300)
  places.forget()
  answer([place('ada')])
  await vi.advanceTimersByTimeAsync(0)
  expect(places.found.size).toBe(0)
  places.search('grace')
  places.forget()
  await vi.advanceTimersByTimeAsync(300)
  expect(find).toHaveBeenCalledTimes(1)
})

test('where a search fails, what the one before found goes', async () => {
  const places = usePlaces()
  const find = vi.fn<() => Promise<readonly Place[]>>().mockResolvedValueOnce([place('ada')])
  find.mockRejectedValueOnce(new Error('away'))
  places.register([{ id: 'users', title: 'users.title', find }])
  places.search('a')
  await vi.advanceTimersByTimeAsync(300)
  expect(places.found.get('users')).toHaveLength(1)
  places.search('ab')
  await vi.advanceTimersByTimeAsync(300)
  expect(places.found.has('users')).toBe(false)
  expect(places.failures.has('users')).toBe(true)
})
