import { expect, test } from 'vitest'
import { pictureOf } from '../../../renderer/ui/picture-of.ts'

test('a picture that came along as data is shown as it is', () => {
  expect(pictureOf('data:image/png;base64,iVBORw0KGgo=')).toBe('data:image/png;base64,iVBORw0KGgo=')
})

test.each([
  null,
  '',
  'https://example.com/me.png',
  'data:text/html;base64,PGI+',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'data:image/png;base64,"onerror="',
  `data:image/png;base64,${'a'.repeat(300_001)}`,
])('%s is not loaded', (address) => {
  expect(pictureOf(address)).toBeUndefined()
})
