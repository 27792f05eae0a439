import type { Locator, Page } from 'playwright-core'
import type { OtherUser } from './demo-rest.ts'

/** Shows the instances. */
export async function showInstances(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Activities' })
    .getByRole('button', { name: 'Instances' })
    .click()
}

/** Adds an instance as a user does. */
export async function addInstance(
  page: Page,
  name: string,
  { demo, key }: OtherUser<{ readonly url: string }>,
  protection = 'None',
): Promise<void> {
  await page.getByRole('button', { name: 'Add instance' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByLabel('Address').fill(demo.url)
  await dialog.getByLabel('API key').fill(key)
  await dialog.getByRole('radio', { name: new RegExp(`^${protection}`) }).check()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The row of a lambda in the plan. */
export function planRow(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('table', { name: 'Lambdas here and there' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) })
}

/** Presses Push or Pull where nothing speaks against it. */
export async function carryOut(page: Page, what: 'Push' | 'Pull'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${what} \\d`) }).click()
}

/** Presses Push or Pull and confirms what is asked; `typed` is the name that a protected instance asks for. */
export async function reviewAndCarryOut(page: Page, what: 'Push' | 'Pull', typed?: string): Promise<void> {
  await carryOut(page, what)
  const dialog = page.getByRole('dialog')
  if (typed !== undefined) await dialog.getByLabel(/type the name/).fill(typed)
  await dialog.getByRole('button', { name: new RegExp(`^${what} \\d`) }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The result of what was carried out last. */
export function result(page: Page): Locator {
  return page.getByRole('region', { name: 'Result', exact: true })
}

export async function compareAgain(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/call/sync.plan'))
  await page.getByRole('button', { name: 'Compare again' }).click()
  await answered
}
