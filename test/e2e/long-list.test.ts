import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

const lines = 50_000

let browser: Browser
let pages: DirectoryPages
let page: Page
let complaints: string[]
let groupId: string
let userIds: string[]

beforeAll(async () => {
  pages = await directoryPages({ users: 600 })
  browser = await launchBrowser()
  ;({ page, complaints } = await pages.open(browser, 'Groups'))
  await page.getByRole('button', { name: /^Beta Testers/ }).click()
  const { groups } = (await pages.ask('POST', '/api/group/search', {
    search: { name: 'Beta Testers' },
  })) as { groups: { id: string; tenantId: string }[] }
  groupId = groups[0]!.id
  const { users } = (await pages.ask('POST', '/api/user/search', {
    search: { queryString: '*', numberOfResults: 5000 },
  })) as { users: { id: string; tenantId: string }[] }
  userIds = users.filter(({ tenantId }) => tenantId === groups[0]!.tenantId).map(({ id }) => id)
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

/** The ids of the users that the server has in the group. */
async function members(): Promise<string[]> {
  const found = (await pages.ask('POST', '/api/group/member/search', {
    search: { groupId, numberOfResults: 1000 },
  })) as { members?: { userId: string }[] }
  return (found.members ?? []).map(({ userId }) => userId)
}

const dialog = () => page.getByRole('dialog')

async function paste(text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await dialog()
    .getByRole('textbox', { name: /^User ids/ })
    .focus()
  await page.keyboard.press('Control+V')
}

test('a list of 50,000 lines is pasted, read with its faults, and added with a result for each', async () => {
  const before = await members()
  const strangers = Array.from({ length: lines - userIds.length - 2 }, () => randomUUID())
  await page.getByRole('button', { name: 'Add members' }).first().click()
  await dialog().getByRole('tab', { name: 'From a list' }).click()
  await paste([...userIds, 'nobody', ...strangers, userIds[0]].join('\n'))
  await dialog().getByText('49,999 users read').waitFor()
  const faults = dialog().getByRole('list', { name: 'Lines that cannot be used' })
  expect(await faults.getByRole('listitem').allTextContents()).toHaveLength(1)
  // The text does not go through the field, where it would be laid out line by line.
  await dialog().getByText('The pasted text is too long to be shown here').waitFor()
  expect(
    await dialog()
      .getByRole('textbox', { name: /^User ids/ })
      .count(),
  ).toBe(0)
  await dialog().getByRole('button', { name: 'Add 49,999 members' }).click()

  const job = page.getByRole('region', { name: 'Change of members' })
  const fresh = userIds.filter((id) => !before.includes(id)).length
  await job.getByText(`${fresh} done`).waitFor({ timeout: 60_000 })
  const missing = lines - userIds.length - 2
  await job.getByText(`${missing.toLocaleString('en')} failed`).waitFor()
  expect((await members()).toSorted()).toEqual(userIds.toSorted())

  await page.getByRole('button', { name: 'Show results' }).click()
  const results = page.getByRole('table', { name: 'Results per user' })
  await results.getByRole('row').first().focus()
  await page.keyboard.press('End')
  await results.getByText(`Line ${(lines - 1).toLocaleString('en')}`).waitFor()
  expect(await results.getByRole('row').count()).toBeLessThan(100)
  expect(complaints).toEqual([])
}, 120_000)
