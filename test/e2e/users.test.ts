import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

let browser: Browser
let pages: DirectoryPages
let page: Page

interface ServerUser {
  readonly id: string
  readonly email: string
  readonly registrations?: readonly { applicationId: string; roles?: readonly string[] }[]
}
interface ServerApplication {
  readonly id: string
  readonly name: string
  readonly tenantId: string
  readonly lambdaConfiguration?: { readonly accessTokenPopulateId?: string }
}

let user: ServerUser
let application: ServerApplication

beforeAll(async () => {
  pages = await directoryPages()
  browser = await launchBrowser()
  const { applications } = (await pages.ask('GET', '/api/application')) as {
    applications: ServerApplication[]
  }
  application = applications.find((each) => each.lambdaConfiguration?.accessTokenPopulateId !== undefined)!
  const { users } = (await pages.ask('POST', '/api/user/search', {
    search: { queryString: '*', numberOfResults: 500 },
    expand: ['registrations'],
  })) as { users: ServerUser[] }
  user = users.find(({ registrations }) =>
    registrations?.some(({ applicationId, roles }) => applicationId === application.id && roles?.length),
  )!
  ;({ page } = await pages.open(browser, 'Users'))
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const list = () => page.getByRole('navigation', { name: 'Users' })

test.each(['id', 'email'] as const)('a user of the chosen tenant is found by %s', async (field) => {
  await list().getByLabel('Tenant').selectOption(application.tenantId)
  await list().getByRole('searchbox').fill(user[field])
  await expect.poll(() => list().getByRole('listitem').count()).toBe(1)
  expect(await list().getByRole('listitem').textContent()).toContain(user.email)
})

test('each role is shown with where it comes from', async () => {
  await list().getByRole('listitem').getByRole('button').click()
  const roles = page.getByRole('region', { name: 'Applications and roles' })
  const registration = user.registrations!.find(({ applicationId }) => applicationId === application.id)!
  const table = roles.getByRole('article').filter({ hasText: application.name }).getByRole('table')
  const row = table.getByRole('row').filter({ hasText: registration.roles![0]! }).first()
  expect(await row.textContent()).toMatch(/Registration|Group|registration/)
})

test('a login runs the lambda that the application has on the server', async () => {
  await page.getByRole('tab', { name: 'What a login gives' }).click()
  await page.getByLabel('Log in to').selectOption({ label: application.name })
  const token = page.getByRole('region', { name: 'Access token' })
  await token.getByText('Completed').waitFor()
  await token.getByText('The whole token').waitFor()
  expect(await token.locator('pre').last().textContent()).toContain(user.id)
})

test('a picture shows where it came along as data, and is loaded from nowhere else', async () => {
  const mark = () => page.getByRole('main').locator('header').filter({ hasText: user.email })
  const withPicture = async (imageUrl: string): Promise<void> => {
    await pages.ask('PATCH', `/api/user/${user.id}`, { user: { imageUrl } })
    await page.reload()
    await list().getByRole('searchbox').fill(user.email)
    await list().getByRole('listitem').filter({ hasText: user.email }).getByRole('button').click()
    await mark().waitFor()
  }
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await withPicture(`data:image/png;base64,${dot}`)
  const width = 'document.querySelector("main header img")?.naturalWidth'
  await expect.poll(() => page.evaluate(width)).toBe(1)
  await withPicture('https://pictures.example/me.png')
  expect(await mark().locator('img').count()).toBe(0)
})

test('quick open goes to a user by the e-mail', async () => {
  await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
  await page.keyboard.press('Control+p')
  await page.keyboard.type(user.email)
  await page
    .getByRole('dialog')
    .getByRole('option', { disabled: false })
    .filter({ hasText: user.email })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('main').locator('header').filter({ hasText: user.email }).waitFor()
})

test('an unknown e-mail finds nobody, and it is said', async () => {
  await list().getByRole('searchbox').fill('nobody@example.invalid')
  await page.getByText('No user matches “nobody@example.invalid”.').waitFor()
})
