import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
let page: Page
let complaints: readonly string[]
let file: string

beforeAll(async () => {
  ;({ page, complaints } = await openPage(workspaceFolder(), {
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  }))
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
  file = (await page.getByRole('region', { name: 'Settings file' }).locator('code').textContent())!
  expect(file).toMatch(/settings\.json$/)
})

const inFile = (): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const edit = (held: object): void => writeFileSync(file, JSON.stringify({ ...inFile(), ...held }))
const rowOf = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
const settingRows = () =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Reset /, includeHidden: true }) })
const isDark = () => page.locator('html.dark')

describe('the settings page', () => {
  test('is searched by title, text and key', async () => {
    const search = page.getByRole('searchbox', { name: 'Search settings' })
    await page.locator('input[type=search]:focus').waitFor()
    await search.fill('runs.t')
    await page.getByRole('spinbutton', { name: 'Time of a run' }).waitFor()
    expect(await page.getByRole('spinbutton').count()).toBe(1)
    for (const [word, name] of [
      ['motion', 'Motion'],
      ['panels', 'Motion'],
    ] as const) {
      await search.fill(word)
      await expect.poll(() => settingRows().count()).toBe(1)
      await page.getByRole('combobox', { name }).waitFor()
    }
    await search.fill('nothing like this')
    await page.getByText('No setting matches').waitFor()
    await search.fill('')
  })

  test('has what this host cannot do, but does not let it be changed, and says why', async () => {
    const check = page.getByRole('switch', { name: 'Look for a newer version at the start' })
    await check.waitFor()
    expect(await check.isDisabled()).toBe(true)
    const [text] = ((await check.getAttribute('aria-describedby')) ?? '').split(' ')
    const says = await page.locator(`[id="${text}"]`).textContent()
    expect(says).toContain('This host does not do this')
  })

  test('is come to by quick open, at the setting that was chosen', async () => {
    await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
    await page.keyboard.press('Control+p')
    await page.keyboard.type('Wrap long')
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /^Wrap long lines/ })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('switch', { name: 'Wrap long lines' }).waitFor()
    await expect.poll(() => page.getByRole('switch').count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('')
  })

  test('changes the page and the file, marks what is changed, and resets it', async () => {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Dark' })
    await isDark().waitFor()
    await rowOf('Theme').getByText('Changed').waitFor()
    expect(inFile()).toMatchObject({ 'appearance.theme': 'dark' })
    await page.getByRole('button', { name: 'Reset Theme' }).click()
    await page.locator('html.light').waitFor()
    expect(inFile()).not.toHaveProperty('appearance.theme')
  })

  test('says what a number may be, and keeps the last one that was allowed', async () => {
    const time = page.getByRole('spinbutton', { name: 'Time of a run' })
    await time.fill('10')
    await time.press('Enter')
    await page.getByText('It takes a whole number from 50 to 60,000.').waitFor()
    expect(inFile()).not.toHaveProperty('runs.time')
    await time.fill('2000')
    await time.press('Enter')
    await rowOf('Time of a run').getByText('Changed').waitFor()
    expect(inFile()).toMatchObject({ 'runs.time': 2000 })
  })

  test('takes over an edit of the file, and tells what in it is not used', async () => {
    edit({ 'appearance.theme': 'dark', 'history.days': 'for ever', 'history.dayz': 4 })
    await isDark().waitFor()
    await page.getByText('The file holds "for ever", which is not used.').waitFor()
    await page.getByText('The file holds 4 under history.dayz, which is no setting.').waitFor()
    await page.getByRole('switch', { name: 'Ask before a lambda is deleted' }).click()
    await rowOf('Ask before a lambda is deleted').getByText('Changed').waitFor()
    expect(inFile()).toMatchObject({ 'history.days': 'for ever', 'confirm.delete': true })
    expect(await violations(page)).toEqual([])
  })

  test('leaves a file alone that is not JSON', async () => {
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, '{ "appearance.theme": ')
    await page.getByText(/The settings file .* is not JSON/).waitFor()
    await page.getByRole('switch', { name: 'Test on save' }).click()
    await page
      .getByText(/so nothing in it was read or changed/)
      .nth(1)
      .waitFor()
    expect(readFileSync(file, 'utf8')).toBe('{ "appearance.theme": ')
    writeFileSync(file, whole)
    await page
      .getByText(/The settings file .* is not JSON/)
      .first()
      .waitFor({ state: 'detached' })
  })

  test('copies diagnostics without anything of the user', async () => {
    await page.getByRole('button', { name: 'Copy diagnostics' }).click()
    await page.getByText('Diagnostics are on the clipboard', { exact: true }).first().waitFor()
    const text = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(text).toMatch(/^Lambda Studio \d/)
    expect(text).toContain('appearance.theme: dark')
    expect(text).toContain('Page: Mozilla')
    expect(text).not.toContain('add-claims')
    await page.getByRole('button', { name: 'Close' }).click()
  })

  test('asks the browser before it turns notifications on', async () => {
    await page.getByRole('switch', { name: 'Notifications of the system' }).click()
    await page.getByText(/does not allow notifications/).waitFor()
    expect(inFile()).not.toHaveProperty('notifications.system')
  })
})

test('who wants to be asked is asked before a lambda is deleted', async () => {
  await page.getByRole('button', { name: 'Lambdas' }).click()
  await page.locator('[data-id=add-claims]').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: /Delete .*\?/ })
    .getByRole('button', { name: 'Cancel' })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-id=add-claims]').first().waitFor()
})

test('everything is as usual again after one button, and nothing is wrong in the light theme', async () => {
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Reset all' }).click()
  await page.locator('html.light').waitFor()
  expect(inFile()).not.toHaveProperty('confirm.delete')
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
})
