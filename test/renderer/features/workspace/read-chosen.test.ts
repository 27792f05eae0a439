import { expect, test } from 'vitest'
import { readChosen } from '../../../../renderer/features/workspace/read-chosen.ts'

test('text comes over byte for byte, and what is no text is told', async () => {
  const bodies = ['function populate() {}\r\n', '\ufeffvar a = "ü😀"']
  const chosen = bodies.map((text, at) => ({ name: `a/${at}.js`, content: new Blob([text]) }))
  const latin = { name: 'latin.js', content: new Blob([new Uint8Array([0x22, 0xfc, 0x22])]) }
  expect(await readChosen([...chosen, latin])).toEqual({
    files: bodies.map((text, at) => ({ name: `a/${at}.js`, text })),
    problems: [
      {
        file: 'latin.js',
        message: 'latin.js is not UTF-8 text.',
        hint: 'Save it as UTF-8 and choose it again.',
      },
    ],
  })
})
