import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

let browser: Browser
let pages: DirectoryPages
let page: Page
let complaints: string[]

beforeAll(async () => {
  pages = await directoryPages()
  browser = await launchBrowser()
  ;({ page, complaints } = await pages.open(browser, 'Groups'))
  page.on('request', (request) => {
    if (!request.url().startsWith(pages.studio.origin)) complaints.push(request.url())
  })
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

interface ServerGroup {
  readonly id: string
  readonly name: string
  readonly data: object
  readonly roles: Record<string, readonly { name: string }[]>
}

/** A group as the server has it. */
async function onServer(name: string): Promise<ServerGroup | undefined> {
  const { groups } = (await pages.ask('POST', '/api/group/search', {
    search: { name, numberOfResults: 100 },
  })) as { groups: ServerGroup[] }
  return groups.find((group) => group.name === name)
}

const list = () => page.getByRole('navigation', { name: 'Groups' })
const inList = (name: string) => list().getByRole('button', { name: new RegExp(`^${name}`) })
const dialog = () => page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

async function show(name: string): Promise<void> {
  await inList(name).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}

describe('groups', () => {
  test('are found by name, and by the application that they give roles of', async () => {
    await inList('Customers').waitFor()
    await list().getByRole('searchbox').fill('warehouse')
    await inList('Customers').waitFor({ state: 'detached' })
    await expect.poll(() => list().getByRole('listitem').count()).toBe(2)
    await list().getByRole('searchbox').fill('')
    await inList('Customers').waitFor()
    await button('Filter by tenant and roles').click()
    await page.getByLabel('Gives roles of').selectOption({ label: 'Support Desk' })
    await inList('Customers').waitFor({ state: 'detached' })
    await inList('Support Leads').waitFor()
    await button('Clear').click()
    await page.keyboard.press('Escape')
    await inList('Customers').waitFor()
  })

  test('are created with an id, a tenant, data and roles', async () => {
    await button('New group').first().click()
    await page.getByLabel('Name', { exact: true }).fill('Crew')
    await page.getByLabel('Tenant', { exact: true }).selectOption({ label: 'Default' })
    await page.getByLabel('Id', { exact: true }).fill('not an id')
    await page.getByText('An id is a UUID').waitFor()
    expect(await button('Create group').isDisabled()).toBe(true)
    await page.getByLabel('Id', { exact: true }).fill('25a872da-bb44-4af8-a43d-e7bcb5351ebc')
    await page.getByRole('checkbox', { name: /^clerk/ }).check()
    await button('Create group').click()
    await page.getByRole('heading', { name: 'Crew', exact: true }).waitFor()
    const made = await onServer('Crew')
    expect(made?.id).toBe('25a872da-bb44-4af8-a43d-e7bcb5351ebc')
    expect(Object.values(made?.roles ?? {}).flat()).toEqual([expect.objectContaining({ name: 'clerk' })])
  })

  test('are edited, and what others changed elsewhere stays', async () => {
    await button('Edit').click()
    const { id } = (await onServer('Crew'))!
    await pages.ask('PATCH', `/api/group/${id}`, { group: { data: { by: 'others' } } })
    await page.getByLabel('Name', { exact: true }).fill('Ship crew')
    await button('Save').click()
    await page.getByText('Ship crew is saved', { exact: true }).waitFor()
    expect((await onServer('Ship crew'))?.data).toEqual({ by: 'others' })
  })

  test('that others renamed meanwhile are a conflict: nothing is written, and the form stays', async () => {
    await page.getByRole('heading', { name: 'Ship crew', exact: true }).waitFor()
    await button('Edit').click()
    const { id } = (await onServer('Ship crew'))!
    await pages.ask('PATCH', `/api/group/${id}`, { group: { name: 'Their crew' } })
    await page.getByLabel('Name', { exact: true }).fill('My crew')
    await button('Save').click()
    await page.getByText('Somebody else changed the same places').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('My crew')
    expect(await onServer('My crew')).toBeUndefined()
    await button('Save').click()
    await page.getByRole('heading', { name: 'My crew', exact: true }).waitFor()
    await expect.poll(async () => (await onServer('My crew'))?.id).toBe(id)
  })

  test('that the server refuses to change go back to what they were, and the refusal is said', async () => {
    await button('Edit').click()
    const { id } = (await onServer('My crew'))!
    await pages.ask('DELETE', `/api/group/${id}`)
    await page.getByLabel('Name', { exact: true }).fill('Gone crew')
    await button('Save').click()
    await page.getByRole('alert').getByText('There is no group').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Gone crew')
    await button('Cancel').click()
    await button('Discard').click()
  })

  test('that are being edited stay when another instance is chosen, unless the user lets them go', async () => {
    await page.request.post(new URL('api/call/instances.add', page.url()).href, {
      headers: { Origin: new URL(page.url()).origin },
      data: [{ id: 'other', name: 'Other', url: 'http://127.0.0.1:1' }, null],
    })
    await show('Customers')
    await button('Edit').click()
    await page.getByLabel('Name', { exact: true }).fill('Half typed')
    const chooseOther = async (): Promise<void> => {
      await button('Instance: Local').click()
      await page.getByRole('menuitemcheckbox', { name: 'Other' }).click()
      await dialog().getByRole('listitem').getByText('Half typed').waitFor()
    }
    await chooseOther()
    await dialog().getByRole('button', { name: 'Keep editing' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half typed')
    await chooseOther()
    expect(await violations(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Discard' }).click()
    await button('Instance: Other').click()
    await page.getByRole('menuitemcheckbox', { name: 'Local' }).click()
    await button('Instance: Local').waitFor()
    await inList('Customers').waitFor()
    expect(await onServer('Half typed')).toBeUndefined()
  })

  test('are left by Cancel, Escape and dialogs only once the user lets go what was filled in', async () => {
    const question = page.getByRole('dialog', { name: 'Discard what you filled in?' })
    const answer = async (name: string, about: string): Promise<void> => {
      await question.getByRole('listitem').getByText(about, { exact: true }).waitFor()
      await question.getByRole('button', { name }).click()
      await question.waitFor({ state: 'detached' })
    }
    await show('Customers')
    await button('Edit').click()
    await page.getByLabel('Name', { exact: true }).fill('Half typed')
    await button('Cancel').click()
    await answer('Keep editing', 'Half typed')
    await button('Cancel').click()
    await answer('Discard', 'Half typed')
    await page.getByRole('heading', { name: 'Customers', exact: true }).waitFor()

    await button('Add members').first().click()
    const chosen = dialog().getByRole('listitem').getByRole('checkbox').first()
    await chosen.check()
    await page.keyboard.press('Escape')
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await chosen.isChecked()).toBe(true)
    await button('Cancel').click()
    await answer('Discard', 'Add members')
    await dialog().waitFor({ state: 'detached' })

    await button('More').click()
    await page.getByRole('menuitem', { name: 'Replace by a list' }).click()
    await dialog()
      .getByRole('textbox', { name: /^User ids/ })
      .fill('nobody')
    await page.keyboard.press('Escape')
    await answer('Discard', 'Replace members by a list')
    await dialog().waitFor({ state: 'detached' })

    await button('Instances').click()
    await button('Add instance').first().click()
    const name = dialog().getByRole('textbox', { name: 'Name' })
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await button('Add instance').first().click()
    await name.fill('Half typed')
    await page.keyboard.press('Escape')
    await answer('Keep editing', 'Half typed')
    expect(await name.inputValue()).toBe('Half typed')
    await button('Cancel').click()
    await answer('Discard', 'Half typed')
    await dialog().waitFor({ state: 'detached' })
    await button('Groups').click()
    await inList('Customers').waitFor()
  })

  test('say who gains or loses roles before an edit of their roles is saved', async () => {
    await show('Customers')
    await button('Edit').click()
    await page.getByRole('checkbox', { name: /^clerk/ }).check()
    await button('Show who gains or loses roles').click()
    await page.getByText(/\d+ (person gains|people gain) roles/).waitFor()
    await button('Show people').click()
    const people = page.getByRole('list', { name: 'People and their roles' })
    expect(await people.getByRole('listitem').first().textContent()).toContain('clerk')
    await button('Cancel').click()
    await button('Discard').click()
  })

  test('are deleted once it was said what members lose', async () => {
    await show('Customers')
    await button('Delete').click()
    await dialog()
      .getByText(/members leave the group/)
      .waitFor()
    await dialog()
      .getByText(/may lose roles/)
      .waitFor()
    await dialog().getByRole('button', { name: 'Delete group' }).click()
    await inList('Customers').waitFor({ state: 'detached' })
    await expect.poll(() => onServer('Customers')).toBeUndefined()
  })
})

test('nothing was asked of any other server, and nothing failed', () => {
  expect(complaints).toEqual([])
})
