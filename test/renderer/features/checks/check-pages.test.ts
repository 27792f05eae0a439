import { expect, test } from 'vitest'
import { runProblems } from '../../../../electron/contract/models/run-problems.ts'
import { hasCheckPage, loadCheckPage } from '../../../../renderer/features/checks/check-pages.ts'

test.each(Object.entries(runProblems))('%s has a page, with its title', async (code, { title }) => {
  expect(hasCheckPage(code)).toBe(true)
  const page = await loadCheckPage(code)
  expect(page.title).toBe(code)
  expect(page.about.map(({ text }) => text).join('')).toBe(`${title}.`)
})

test('the list of all links every page that there is', async () => {
  const { blocks } = await loadCheckPage('index')
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const linked = rows.flatMap(([code]) => code?.map(({ page = '' }) => page) ?? [])
  expect(linked).toEqual(expect.arrayContaining(['async-function', ...Object.keys(runProblems)]))
  expect(linked.filter((code) => !hasCheckPage(code))).toEqual([])
})

test('a code of another origin has none, and is answered with the list', async () => {
  expect(hasCheckPage('thrown')).toBe(false)
  expect((await loadCheckPage('thrown')).title).toBe('Checks')
})
