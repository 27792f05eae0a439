import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { documentLambdaTypes } from '../../../electron/core/catalogue/documentation.ts'
import { pagesFolder, pageTexts } from '../../docs/pages.ts'

const pages = documentLambdaTypes(lambdaTypes)

test('the committed pages are those of the catalogue: npm run docs', async () => {
  const texts = await pageTexts(lambdaTypes)
  expect((await readdir(pagesFolder)).sort()).toEqual(Object.keys(texts).sort())
  for (const [name, text] of Object.entries(texts)) {
    expect(await readFile(join(pagesFolder, name), 'utf8'), name).toBe(text)
  }
})

test('every type has a page, and the index leads to it', () => {
  for (const { type, displayName, template } of lambdaTypes) {
    expect(pages[`${type}.md`]).toContain(`# ${displayName}`)
    expect(pages[`${type}.md`]).toContain(template.trimEnd())
    expect(pages['README.md']).toContain(`[${type}](${type}.md)`)
  }
})

test('every link within the pages leads to a heading', () => {
  const headings = Object.fromEntries(
    Object.entries(pages).map(([name, text]) => [
      name,
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title?.toLowerCase()),
    ]),
  )
  const lost = Object.entries(pages).flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([\w.-]*)#([\w-]+)\)/g)]
      .filter(([, file, anchor]) => !headings[file || name]?.includes(anchor))
      .map(([link]) => `${name} ${link}`),
  )
  expect(lost).toEqual([])
})

test('a page has the fields of the parameters with their meaning', () => {
  expect(pages['MFARequirement.md']).toContain(
    "| `required` | boolean | Preset to FusionAuth's own decision. Always there. |",
  )
  expect(pages['objects.md']).toContain('| `preferredLanguages` | list of string |')
})
