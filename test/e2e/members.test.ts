import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

let browser: Browser
let pages: DirectoryPages
let page: Page
let complaints: string[]
let groupId: string
let users: { id: string; email: string; tenantId: string }[]

beforeAll(async () => {
  pages = await directoryPages()
  browser = await launchBrowser()
  const { tenants } = (await pages.ask('GET', '/api/tenant')) as { tenants: { id: string; name: string }[] }
  const tenantId = tenants.find(({ name }) => name === 'Default')!.id
  const found = (await pages.ask('POST', '/api/user/search', {
    search: { queryString: '*', numberOfResults: 500 },
  })) as { users: typeof users }
  users = found.users.filter((user) => user.tenantId === tenantId)
  ;({ page, complaints } = await pages.open(browser, 'Groups'))
  await page.getByRole('button', { name: /^Beta Testers/ }).click()
  const { groups } = (await pages.ask('POST', '/api/group/search', {
    search: { name: 'Beta Testers' },
  })) as { groups: { id: string }[] }
  groupId = groups[0]!.id
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

/** The ids of the users that the server has in the group. */
async function members(): Promise<string[]> {
  const found = (await pages.ask('POST', '/api/group/member/search', {
    search: { groupId, numberOfResults: 500 },
  })) as { members?: { userId: string }[] }
  return (found.members ?? []).map(({ userId }) => userId)
}

const dialog = () => page.getByRole('dialog')
const rows = () => page.getByRole('table', { name: 'Members' }).getByRole('row')
const menu = async (item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const finished = (text: RegExp) =>
  page.getByRole('region', { name: 'Change of members' }).getByText(text).waitFor()

describe('members', () => {
  test('are all taken out, once it was said what they lose', async () => {
    expect((await members()).length).toBeGreaterThan(0)
    await menu('Remove all members')
    await dialog().getByRole('region', { name: 'Who gains or loses roles' }).waitFor()
    await dialog()
      .getByRole('button', { name: /^Remove \d+ members?$/ })
      .click()
    await finished(/\d+ done/)
    await page.getByText('No members yet').waitFor()
    expect(await members()).toEqual([])
  })

  test('are added out of a search', async () => {
    await page.getByRole('button', { name: 'Add members' }).first().click()
    await dialog().getByRole('searchbox').fill(users[0]!.email)
    await dialog().getByRole('listitem').filter({ hasText: users[0]!.email }).getByRole('checkbox').check()
    await dialog().getByRole('button', { name: 'Add 1 member' }).click()
    await rows().filter({ hasText: users[0]!.email }).waitFor()
    expect(await members()).toEqual([users[0]!.id])
  })

  test('are added from a CSV file with data, and each line that fails is told', async () => {
    await page.getByRole('button', { name: 'Add members' }).first().click()
    await dialog().getByRole('tab', { name: 'From a list' }).click()
    const lines = users.slice(1, 4).map(({ email }) => `${email},north`)
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({
        name: 'crew.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['email,region', ...lines, 'nobody@example.com,south', ''].join('\n')),
      })
    await dialog().getByText('4 users read').waitFor()
    await dialog().getByText('Member data from: region').waitFor()
    await dialog().getByRole('button', { name: 'Add 4 members' }).click()
    await finished(/3 done/)
    await page.getByRole('button', { name: 'Show results' }).click()
    const results = page.getByRole('table', { name: 'Results per user' })
    expect(await results.getByRole('row').first().textContent()).toContain('nobody@example.com')
    await rows().filter({ hasText: 'region: north' }).first().waitFor()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    expect((await members()).toSorted()).toEqual(
      users
        .slice(0, 4)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('are found by a part of their e-mail', async () => {
    await page.getByRole('searchbox', { name: 'Search members' }).fill(users[2]!.email.slice(0, -4))
    await page.getByText(/^\d found$/).waitFor()
    await rows().filter({ hasText: users[3]!.email }).waitFor({ state: 'detached' })
    expect(await rows().filter({ hasText: users[2]!.email }).count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Search members' }).fill('')
    await rows().nth(4).waitFor()
  })

  test('are taken out one by one, or many at once', async () => {
    await rows()
      .filter({ hasText: users[0]!.email })
      .getByRole('button', { name: /^More for/ })
      .click()
    await page.getByRole('menuitem', { name: 'Remove from group' }).click()
    await dialog().getByRole('button', { name: 'Remove 1 member' }).click()
    await finished(/1 done/)
    await rows().filter({ hasText: users[0]!.email }).waitFor({ state: 'detached' })
    for (const { email } of users.slice(1, 3))
      await rows().filter({ hasText: email }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Remove 2 members' }).click()
    await dialog().getByRole('button', { name: 'Remove 2 members' }).click()
    await finished(/2 done/)
    await rows().filter({ hasText: users[1]!.email }).waitFor({ state: 'detached' })
    expect(await members()).toEqual([users[3]!.id])
  })

  test('are replaced by a list, the difference shown first', async () => {
    await menu('Replace by a list')
    const wanted = users.slice(4, 6)
    await dialog()
      .getByRole('textbox', { name: /^User ids/ })
      .fill(wanted.map(({ id }) => id).join('\n'))
    await dialog().getByRole('button', { name: 'Show difference' }).click()
    await dialog().getByRole('button', { name: 'To add 2' }).click()
    await dialog().getByText(wanted[0]!.email).waitFor()
    expect(await members()).toEqual([users[3]!.id])
    await dialog().getByRole('button', { name: 'Replace members' }).click()
    await rows().filter({ hasText: wanted[1]!.email }).waitFor()
    expect((await members()).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
  })

  test('are reached and chosen by keyboard', async () => {
    await rows().nth(1).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Remove 1 member' }).waitFor()
    await page.getByRole('button', { name: 'Clear selection' }).click()
  })
})

describe('a person as input', () => {
  test('runs at once, masked', async () => {
    const { email } = users[4]!
    await rows().filter({ hasText: email }).getByRole('button', { name: 'Use as input' }).click()
    await dialog().getByText(email).first().waitFor()
    await dialog().getByLabel('Mask personal data').check()
    await dialog().getByText(email).first().waitFor({ state: 'detached' })
    await dialog().getByRole('button', { name: 'Run now' }).click()
    await page.getByRole('region', { name: 'Result', exact: true }).getByText('Completed').waitFor()
    expect(await page.getByText(email).count()).toBe(0)
  })

  test('is kept as a case', async () => {
    await page.getByRole('button', { name: 'Groups', exact: true }).click()
    await rows().nth(1).getByRole('button', { name: 'Use as input' }).click()
    await dialog().getByRole('button', { name: 'Keep as case' }).click()
    await page.getByRole('region', { name: 'Case', exact: true }).waitFor()
  })

  test('a lambda runs for all members, and its rows are filtered and exported', async () => {
    await page.getByRole('button', { name: 'Groups', exact: true }).click()
    await page.getByRole('tab', { name: 'Run a lambda' }).click()
    await page.getByRole('button', { name: 'Run for all members' }).click()
    const table = page.getByRole('table', { name: 'Members and what changes' })
    await table.getByText('Completed').nth(1).waitFor()
    await page.getByRole('searchbox', { name: 'Search members' }).fill(users[5]!.email)
    await expect.poll(() => table.getByText('Completed').count()).toBe(1)
    await page.getByRole('button', { name: 'Export' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'JSON' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.json$/)
  })
})

test('nothing failed on the page', () => {
  expect(complaints).toEqual([])
})
