import { expect, test } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { carryFocus } from '../../../renderer/ui/carry-focus.ts'

test('the focus of what goes comes to the first control that is not disabled', async () => {
  document.body.innerHTML =
    '<main><button disabled>No</button><button id="next">Next</button><button id="goes">Goes</button></main>'
  const going = document.querySelector<HTMLElement>('#goes')!
  const ended = ref(false)
  effectScope().run(() =>
    carryFocus(
      () => document.querySelector('main'),
      () => ended.value,
    ),
  )
  going.focus()
  ended.value = true
  void nextTick(() => going.remove())
  await expect.poll(() => document.activeElement?.id).toBe('next')
})
