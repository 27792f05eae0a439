import { expect, test } from 'vitest'
import { defineComponent, h, nextTick, ref, useTemplateRef } from 'vue'
import { keepFocus } from '../../../renderer/ui/keep-focus.ts'
import { mountComponent } from '../mount-component.ts'

const names = ref(['one', 'two', 'three'])
const List = defineComponent(() => {
  const list = useTemplateRef<HTMLElement>('list')
  keepFocus(
    () => list.value,
    () => names.value,
    '[aria-current]',
  )
  return () =>
    h(
      'ul',
      { ref: 'list' },
      names.value.map((name) =>
        h(
          'li',
          { key: name, 'data-id': name },
          h('button', { 'aria-current': name === 'one' || undefined }, name),
        ),
      ),
    )
})

const focused = (): string => document.activeElement?.textContent ?? ''

test('the focus of an entry that goes is in the list still, and no other moves it', async () => {
  const list = mountComponent(List, { attachTo: document.body })
  const button = (name: string) => list.findAll('button').find((each) => each.text() === name)!.element
  button('two').focus()
  names.value = ['one', 'two']
  await nextTick()
  expect(focused()).toBe('two')
  names.value = ['one']
  await nextTick()
  await nextTick()
  expect(focused()).toBe('one')
  list.unmount()
})
