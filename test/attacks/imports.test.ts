import { expect, test } from 'vitest'
import type { ImportedFile } from '../../electron/contract/models/exchange.ts'
import { planImport } from '../../electron/core/workspace/import/plan-import.ts'

const good: ImportedFile = { name: 'good.js', text: 'function populate(jwt, user, registration) {}' }
const resource = 'resource "fusionauth_lambda" "a" {\n  name = "A"\n  body = "function populate() {}"\n}\n'

/** Files that are too much, and what is told of them. */
const files: readonly (readonly [string, ImportedFile])[] = [
  ['Terraform texts nested in each other', { name: 'x.tf', text: 'a = ' + '"${'.repeat(50_000) }],
  [
    'a Kickstart file that includes JSON nested deeply',
    {
      name: 'x.json',
      text: JSON.stringify({ requests: ['&{deep.json}'] }),
    },
  ],
  [
    'a Kickstart file whose variables make a text without end',
    {
      name: 'x.json',
      text: JSON.stringify({
        variables: { a: 'a'.repeat(1_000_000) },
        requests: [
          {
            url: '/api/lambda',
            body: { lambda: { name: 'A', type: 'JWTPopulate', body: '#{a}'.repeat(1000) } },
          },
        ],
      }),
    },
  ],
]

test.each(files)('%s: told, and the other files are read', (_name, file) => {
  const deep = { name: 'deep.json', text: '['.repeat(100_000) + ']'.repeat(100_000) }
  const { found, problems } = planImport([file, deep, good])
  expect(found.map(({ file: from }) => from)).toEqual(['good.js'])
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: file.name,
      message: `${file.name} cannot be read: it is nested too deeply, or what it puts together is too long.`,
    }),
  )
})

test('a long Terraform file is read to its end', () => {
  const { found, problems } = planImport([
    { name: 'x.tf', text: 'variable "a" {\n  default = "b"\n}\n'.repeat(50_000) + resource },
    { name: 'y.tf', text: resource.repeat(1000) + 'resource "fusionauth_lambda" "b" {}' },
  ])
  expect(found).toHaveLength(1001)
  expect(problems).toMatchObject([{ file: 'y.tf, line 4001' }])
})

test('no file but those chosen is read, whatever path is written', () => {
  const path = '../../../../../../etc/hostname'
  const { found, problems } = planImport([
    { name: 'x.tf', text: `resource "fusionauth_lambda" "a" {\n  body = file("${path}")\n}` },
    {
      name: 'x.json',
      text: JSON.stringify({
        requests: [
          {
            url: '/api/lambda',
            body: { lambda: { name: 'A', type: 'JWTPopulate', body: `@{${path}}` } },
          },
        ],
      }),
    },
  ])
  expect(found).toEqual([])
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/which was not chosen/),
    expect.stringMatching(/which was not chosen/),
  ])
})
