import { expect, test } from 'vitest'
import { readPage } from '../../../../renderer/features/checks/read-page.ts'

const markdown = [
  '# some-code',
  'It *is* `so`.',
  '## What',
  'See [other-code](other-code.md) and [cases](../cases.md), **always**.',
  '- one `a`\n- two',
  '```js type=JWTPopulate\nlet a = 1\n```',
  '<!-- made from the source -->',
  '| code | about |\n|---|---|\n| [x](x.md) | `y` |',
].join('\n\n')

test('a page has its heading, what it is about, and its blocks', () => {
  expect(readPage(markdown)).toEqual({
    title: 'some-code',
    about: [
      { kind: 'plain', text: 'It ' },
      { kind: 'plain', text: '*is*' },
      { kind: 'plain', text: ' ' },
      { kind: 'code', text: 'so' },
      { kind: 'plain', text: '.' },
    ],
    blocks: [
      { kind: 'heading', text: 'What' },
      {
        kind: 'paragraph',
        text: [
          { kind: 'plain', text: 'See ' },
          { kind: 'link', text: 'other-code', page: 'other-code' },
          { kind: 'plain', text: ' and ' },
          { kind: 'plain', text: 'cases' },
          { kind: 'plain', text: ', ' },
          { kind: 'strong', text: 'always' },
          { kind: 'plain', text: '.' },
        ],
      },
      {
        kind: 'list',
        items: [
          [
            { kind: 'plain', text: 'one ' },
            { kind: 'code', text: 'a' },
          ],
          [{ kind: 'plain', text: 'two' }],
        ],
      },
      { kind: 'code', text: 'let a = 1' },
      {
        kind: 'table',
        head: [[{ kind: 'plain', text: 'code' }], [{ kind: 'plain', text: 'about' }]],
        rows: [[[{ kind: 'link', text: 'x', page: 'x' }], [{ kind: 'code', text: 'y' }]]],
      },
    ],
  })
})

test('an empty page has nothing on it', () => {
  expect(readPage('')).toEqual({ title: '', about: [], blocks: [] })
})
