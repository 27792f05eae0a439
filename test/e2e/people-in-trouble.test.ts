import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'
import { FaultProxy } from '../helpers/fault-proxy.ts'

let browser: Browser
let pages: DirectoryPages
let proxy: FaultProxy
let page: Page
let complaints: string[]

beforeAll(async () => {
  const front = async (url: string) => (proxy = await FaultProxy.start(url)).url
  pages = await directoryPages({ front })
  browser = await launchBrowser()
  ;({ page, complaints } = await pages.open(browser, 'Groups'))
  page.setDefaultTimeout(15_000)
})
afterEach(async () => {
  proxy.reset()
  await pages.useKey(page, 'global')
})
afterAll(async () => {
  await browser.close()
  await pages.close()
  await proxy.close()
})

const dialog = () => page.getByRole('dialog')
const alerts = () => page.getByRole('alert')
const rows = () => page.getByRole('table', { name: 'Members' }).getByRole('row')
const button = (name: string) => page.getByRole('button', { name, exact: true })
const inList = (name: string) =>
  page.getByRole('navigation', { name: 'Groups' }).getByRole('button', { name: new RegExp(`^${name}`) })

async function show(name: string): Promise<void> {
  await inList(name).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}

interface ServerGroup {
  readonly id: string
  readonly name: string
}

async function onServer(name: string): Promise<ServerGroup | undefined> {
  const { groups } = (await pages.ask('POST', '/api/group/search', { search: { name } })) as {
    groups?: ServerGroup[]
  }
  return groups?.find((group) => group.name === name)
}

async function memberIds(groupId: string): Promise<string[]> {
  const { members } = (await pages.ask('POST', '/api/group/member/search', {
    search: { groupId, numberOfResults: 500 },
  })) as { members?: { userId: string }[] }
  return (members ?? []).map(({ userId }) => userId)
}

const searchAway = ({ path }: { path: string }) =>
  path.startsWith('/api/user/search')
    ? { kind: 'answer' as const, status: 503, headers: { 'Retry-After': '0' }, body: '{}' }
    : undefined

describe('the search index being away', () => {
  test('leaves the members of a group to be seen and taken out', async () => {
    const { id } = (await onServer('Employees'))!
    const before = await memberIds(id)
    proxy.fault = searchAway
    await show('Employees')
    await rows().nth(1).getByRole('checkbox').check()
    await button('Remove 1 member').click()
    await dialog().getByRole('button', { name: 'Remove 1 member' }).click()
    await page.getByRole('region', { name: 'Change of members' }).getByText('1 done').waitFor()
    expect(await memberIds(id)).toHaveLength(before.length - 1)
    await button('Close').click()
  })

  test('and users not to be read either, leaves the ids of the members, and says why', async () => {
    const { id } = (await onServer('Customers'))!
    proxy.fault = ({ path }) => (path.startsWith('/api/user') ? { kind: 'answer', status: 401 } : undefined)
    await show('Customers')
    await alerts().getByText('The users cannot be read, so that members show by their ids').waitFor()
    const shown = await rows().nth(1).textContent()
    expect((await memberIds(id)).filter((userId) => shown?.includes(userId))).toHaveLength(1)
    proxy.reset()
    await alerts().getByRole('button', { name: 'Try now' }).click()
    await button('Try now').waitFor({ state: 'detached' })
  })

  test('is told where users are searched, and an e-mail still finds somebody to add', async () => {
    const { user } = (await pages.ask(
      'GET',
      `/api/user/${(await memberIds((await onServer('Employees'))!.id))[0]!}`,
    )) as {
      user: { email: string }
    }
    const { email } = user
    proxy.fault = searchAway
    await show('Employees')
    await button('Add members').first().click()
    await dialog().getByText('The search index of the instance is not available').waitFor()
    await dialog().getByRole('searchbox').fill(email)
    await dialog().getByRole('listitem').filter({ hasText: email }).getByRole('checkbox').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('a key that may only read', () => {
  test('changes nothing of a group, and what was typed stays', async () => {
    await show('Auditors')
    await button('Edit').click()
    await pages.useKey(page, 'read-only')
    await page.getByLabel('Name', { exact: true }).fill('Renamed')
    await button('Save').click()
    await alerts().getByText('The instance refused the API key').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Renamed')
    expect(await onServer('Renamed')).toBeUndefined()
    await button('Cancel').click()
    await button('Discard').click()
  })

  test('deletes no group and adds nobody, and both are said', async () => {
    const { id } = (await onServer('Auditors'))!
    const before = await memberIds(id)
    await show('Auditors')
    await pages.useKey(page, 'read-only')
    await button('Delete').click()
    await dialog().getByRole('button', { name: 'Delete group' }).click()
    await dialog().getByText('The instance refused the API key').waitFor()
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await button('Add members').first().click()
    await dialog().getByRole('listitem').getByRole('checkbox').first().check()
    await dialog().getByRole('button', { name: 'Add 1 member' }).click()
    const job = page.getByRole('region', { name: 'Change of members' })
    await job.getByText('1 failed').waitFor()
    expect(await memberIds(id)).toEqual(before)
    expect(await onServer('Auditors')).toBeDefined()
    await button('Close').click()
  })
})

describe('what cannot be data', () => {
  test('is told below the field, and nothing is sent', async () => {
    await show('Auditors')
    await button('Add members').first().click()
    await dialog().getByRole('listitem').getByRole('checkbox').first().check()
    await dialog().getByText('Member data for all of them (JSON)').click()
    const field = dialog().getByRole('textbox', { name: 'Member data for all of them (JSON)' })
    await field.fill('[1]')
    await dialog().getByText('Data must be an object, in braces.').waitFor()
    await field.fill('{ nothing')
    await dialog().getByText('This is not JSON yet.').waitFor()
    expect(await dialog().getByRole('button', { name: 'Add 1 member' }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await button('Discard').click()
  })
})

describe('a list with every kind of line', () => {
  test('tells of each what became of it', async () => {
    const { id } = (await onServer('Newsletter'))!
    const [member] = await memberIds(id)
    await show('Newsletter')
    await button('Add members').first().click()
    await dialog().getByRole('tab', { name: 'From a list' }).click()
    const strange = '25a872da-bb44-4af8-a43d-e7bcb5351eff'
    await dialog()
      .getByRole('textbox', { name: /^User ids/ })
      .fill(['nobody', member, member, strange, 'nobody@example.com'].join('\n'))
    await dialog().getByText('1 line cannot be used').waitFor()
    await dialog().getByRole('button', { name: 'Add 4 members' }).click()
    const job = page.getByRole('region', { name: 'Change of members' })
    await job.getByText('2 skipped').waitFor()
    await job.getByText('2 failed').waitFor()
    await button('Show results').click()
    const results = page.getByRole('table', { name: 'Results per user' })
    await results.getByText(`There is no user "${strange}"`).waitFor()
    await results.getByText('There is no user "nobody@example.com"').waitFor()
    await page.getByRole('button', { name: /^Skipped 2/ }).click()
    await results.getByText('The user is a member already').waitFor()
    await results.getByText(/^The same user is on line \d already/).waitFor()
    await button('Close').click()
  })

  test('is in the log of the work, what failed first', async () => {
    await button('Work').click()
    const menu = page.getByRole('region', { name: 'Work', exact: true })
    await menu.getByRole('button', { name: 'Show log' }).first().click()
    const lines = menu.getByRole('region', { name: 'Log' }).getByRole('listitem')
    await lines.first().waitFor()
    expect(await lines.first().textContent()).toContain('There is no user')
    expect(await lines.last().textContent()).toContain('already')
    await page.keyboard.press('Escape')
  })
})

describe('a group that is deleted meanwhile', () => {
  test('leaves the page and the list when members are added, and the failure stays to be read', async () => {
    await show('Beta Testers')
    await button('Add members').first().click()
    await dialog().getByRole('listitem').getByRole('checkbox').first().check()
    await pages.ask('DELETE', `/api/group/${(await onServer('Beta Testers'))!.id}`)
    await dialog().getByRole('button', { name: 'Add 1 member' }).click()
    await inList('Beta Testers').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Beta Testers', exact: true }).waitFor({ state: 'detached' })
    await alerts().getByText('There is no group').first().waitFor()
    await page.getByRole('region', { name: 'Change of members' }).getByText('There is no group').waitFor()
    expect(await button('Delete').count()).toBe(0)
  })

  test('is not deleted twice: the dialog goes, and it is said that it is gone', async () => {
    await show('Support Leads')
    await button('Delete').click()
    await dialog().getByText('members leave the group').waitFor()
    await pages.ask('DELETE', `/api/group/${(await onServer('Support Leads'))!.id}`)
    await dialog().getByRole('button', { name: 'Delete group' }).click()
    await dialog().waitFor({ state: 'detached' })
    await alerts().getByText('There is no group').first().waitFor()
    await inList('Support Leads').waitFor({ state: 'detached' })
    // The question does not come back with the next group.
    await show('Warehouse South')
    expect(await dialog().count()).toBe(0)
  })
})

describe('a page that is loaded again', () => {
  test('shows the group and the user that it showed', async () => {
    await show('Warehouse North')
    await page.reload()
    await page.getByRole('heading', { name: 'Warehouse North', exact: true }).waitFor()
    await rows().nth(1).getByRole('button').first().click()
    const name = await page.getByRole('main').getByRole('heading', { level: 2 }).textContent()
    await page.reload()
    await page.getByRole('main').getByRole('heading', { name: name!.trim() }).waitFor()
    await button('Groups').click()
    await page.getByRole('heading', { name: 'Warehouse North', exact: true }).waitFor()
  })

  test('does not speak of a group that is gone by then', async () => {
    await pages.ask('DELETE', `/api/group/${(await onServer('Warehouse North'))!.id}`)
    await page.reload()
    await page.getByText('No group is open').waitFor()
    expect(await page.getByText('There is no group').count()).toBe(0)
  })
})

test('nothing failed in the page', () => {
  expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
})
