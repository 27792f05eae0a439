import type { BenchRow } from './bench-row.ts'
import { heapMegabytes, type PageSession } from './page-session.ts'

const count = 200
const mostGrownMegabytes = 30

/** What the page holds on to after 200 lambdas were opened and closed again, one after the other. */
export async function benchMemory({ page, cdp }: PageSession): Promise<BenchRow[]> {
  await page.getByRole('treeitem').nth(1).focus()
  const before = await heapMegabytes(cdp)
  const visited = new Set<string>()
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    visited.add(await page.evaluate<string>('probe.chosenTab()'))
    await page.keyboard.press('Alt+w')
    await page.evaluate('probe.chosenTab()')
  }
  const after = await heapMegabytes(cdp)
  if (visited.size < count) throw new Error(`Only ${visited.size} lambdas were opened.`)
  return [
    { name: 'page: heap before, after a collection', value: before, unit: 'MB' },
    { name: 'page: heap after opening and closing 200 lambdas', value: after, unit: 'MB' },
    {
      name: 'page: growth by opening and closing 200 lambdas',
      value: after - before,
      unit: 'MB',
      limit: mostGrownMegabytes,
    },
  ]
}
