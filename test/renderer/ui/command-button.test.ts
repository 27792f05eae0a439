import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import { useCommands } from '../../../renderer/commands/commands-store.ts'
import CommandButton from '../../../renderer/ui/CommandButton.vue'
import { mountComponent } from '../mount-component.ts'

test('a button whose command applies no more does nothing and looks so, and keeps the focus', async () => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const left = ref(1)
  const run = (): void => void (left.value -= 1)
  useCommands().register([{ id: 'lambda.run', title: 'command.run', enabled: () => left.value > 0, run }])
  const button = mountComponent(CommandButton, {
    props: { id: 'lambda.run' },
    global: { plugins: [pinia] },
    attachTo: document.body,
  })
  const element = button.get('button').element
  element.focus()
  element.click()
  await nextTick()
  expect(element.getAttribute('aria-disabled')).toBe('true')
  expect(element.disabled).toBe(false)
  expect(document.activeElement).toBe(element)
  element.click()
  expect(left.value).toBe(0)
  button.unmount()
})
