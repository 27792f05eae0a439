import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useInputs } from '../../../../renderer/features/inputs/inputs-store.ts'

const keyOf = (folder: string): string => `studio.input ${folder} roles`
const stored = (folder = '/a'): string | null => localStorage.getItem(keyOf(folder))

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  setActivePinia(createPinia())
  useInputs().enter('/a')
})
afterEach(() => vi.useRealTimers())

test('typing on and on is written all the while, never more than half a second late', () => {
  const inputs = useInputs()
  for (let key = 0; key < 20; key += 1) {
    inputs.edit('roles', `typed ${key}`)
    vi.advanceTimersByTime(100)
    const late = key - Number(stored()?.split(' ')[1] ?? -1)
    expect(late * 100).toBeLessThan(500)
  }
  vi.advanceTimersByTime(500)
  expect(stored()).toBe('typed 19')
})

test('what was typed last is written at once when the page goes out of sight', () => {
  useInputs().edit('roles', 'typed')
  expect(stored()).toBeNull()
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  state.mockRestore()
  expect(stored()).toBe('typed')
})

test('what was typed in a workspace is written to it, also after another one was entered', () => {
  const inputs = useInputs()
  inputs.edit('roles', 'of the first')
  inputs.enter('/b')
  inputs.edit('roles', 'of the second')
  vi.advanceTimersByTime(500)
  expect([stored('/a'), stored('/b')]).toEqual(['of the first', 'of the second'])
})
