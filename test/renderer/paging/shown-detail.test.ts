import { expect, test } from 'vitest'
import { ref } from 'vue'
import { shownDetail } from '../../../renderer/paging/shown-detail.ts'

test('an answer to an earlier question does not take the place of a later one', async () => {
  const answers: ((name: string) => void)[] = []
  const shown = shownDetail<string>(ref('dev'), () => new Promise((resolve) => answers.push(resolve)))
  shown.show('group')
  const again = shown.read()
  answers[1]!('as it is now')
  await again
  answers[0]!('as it was')
  await Promise.resolve()
  expect(shown.detail.value).toBe('as it is now')
})
