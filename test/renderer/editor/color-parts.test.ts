import { expect, test } from 'vitest'
import { coloredParts } from '../../../renderer/editor/color-parts.ts'

test('coloured HTML is the text again, with the class of each part', () => {
  const html =
    '<span><span class="mtk6">if</span><span class="mtk1">\u00A0(a\u00A0&lt;\u00A0b)</span></span><br/>' +
    '<span><span class="mtk5 mtki">//\u00A0&amp;</span></span><br/>'
  expect(coloredParts(html)).toEqual([
    { text: 'if', class: 'mtk6' },
    { text: ' (a < b)', class: 'mtk1' },
    { text: '\n', class: '' },
    { text: '// &', class: 'mtk5 mtki' },
    { text: '\n', class: '' },
  ])
})
