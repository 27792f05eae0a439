import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'
import { useFailures } from '../../../renderer/shell/failures-store.ts'
import CopyText from '../../../renderer/ui/CopyText.vue'
import { mountComponent } from '../mount-component.ts'

test('a text that the browser does not let be copied is not said to be', async () => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const denied = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  const text = mountComponent(CopyText, { props: { text: 'id', what: 'Id' }, global: { plugins: [pinia] } })
  await text.get('button').trigger('click')
  await expect.poll(() => useFailures().last?.code).toBe('clipboard-denied')
  expect(text.get('[role=status]').text()).toBe('')
  denied.mockRestore()
})
