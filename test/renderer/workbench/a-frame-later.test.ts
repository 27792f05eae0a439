import { expect, test } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { aFrameLater } from '../../../renderer/workbench/a-frame-later.ts'
import { lambda } from '../builders.ts'

const frame = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

function follow() {
  const now = shallowRef(lambda({ id: 'one', body: 'a' }))
  const scope = effectScope()
  const later = scope.run(() => aFrameLater(() => now.value))!
  return { now, later, end: () => scope.stop() }
}

test('what is edited of the lambda that shows is there at once', async () => {
  const { now, later } = follow()
  now.value = lambda({ id: 'one', body: 'b' })
  await nextTick()
  expect(later.value.body).toBe('b')
})

test('another lambda comes with the next frame; of several in one frame, the last', async () => {
  const { now, later } = follow()
  const seen: string[] = []
  for (const id of ['two', 'three']) {
    now.value = lambda({ id })
    await nextTick()
    seen.push(later.value.id)
  }
  await frame()
  expect(seen).toEqual(['one', 'one'])
  expect(later.value.id).toBe('three')
})

test('nothing is followed after the end', async () => {
  const { now, later, end } = follow()
  now.value = lambda({ id: 'two' })
  await nextTick()
  end()
  await frame()
  expect(later.value.id).toBe('one')
})
