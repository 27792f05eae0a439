import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { FaultProxy, type SeenRequest } from '../helpers/fault-proxy.ts'
import { carryOut, compareAgain, result, showInstances } from '../helpers/instance-screens.ts'
import { openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

// The tests are one way, each from where the one before it ended.
const count = 80
let browser: Browser
let studio: OpenedStudio
let other: OtherUser
let proxy: FaultProxy
let page: Page
let folder: string

beforeAll(async () => {
  other = await OtherUser.start(12)
  proxy = await FaultProxy.start(other.demo.url)
  folder = workspaceFolder(
    Array.from({ length: count }, (_, at) => ({
      slug: `mine-${at}`,
      name: `Mine ${at}`,
      body: `function populate(jwt, user, registration) {\n  jwt.at = ${at};\n}\n`,
    })),
  )
  studio = await openStudio(folder)
  browser = await launchBrowser()
  ;({ page } = await openPage(browser, studio.address))
  await showInstances(page)
  await page.getByRole('button', { name: 'Add instance' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Dev')
  await dialog.getByLabel('Address').fill(proxy.url)
  await dialog.getByLabel('API key').fill(other.key)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: `Push ${count}`, exact: true }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await proxy.close()
  await other.demo.close()
})

const isWrite = ({ method }: SeenRequest): boolean => method !== 'GET'

/** How many of the lambdas are on the instance. */
async function there(): Promise<number> {
  const { lambdas } = await other.call<{ lambdas: { name: string }[] }>('GET', '/api/lambda')
  return lambdas.filter(({ name }) => name.startsWith('Mine ')).length
}

/** Lets so many writes through and holds back all that come after, until it is told to go on. */
function holdAfter(writes: number): { reached: Promise<void>; go: () => void } {
  const reached = Promise.withResolvers<undefined>()
  const gate = Promise.withResolvers<undefined>()
  let seen = 0
  proxy.before = async (request) => {
    if (!isWrite(request) || ++seen <= writes) return
    reached.resolve(undefined)
    await gate.promise
  }
  return { reached: reached.promise, go: () => gate.resolve(undefined) }
}

test('a push shows how far it is; cancelled, it tells what was done and what was not', async () => {
  const hold = holdAfter(10)
  await carryOut(page, 'Push')
  await hold.reached
  const bar = page.getByRole('progressbar', { name: 'Pushing' })
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  hold.go()
  const told = result(page).getByText(/^Cancelled: \d+ done, \d+ skipped$/)
  await told.waitFor()
  const [done = 0, skipped = 0] = ((await told.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect(done + skipped).toBe(count)
  expect(await there()).toBe(done)
  await page.getByRole('button', { name: 'Close the result' }).click()
})

test('a studio that is killed in the middle of a push offers to take back what was done', async () => {
  const before = await there()
  await compareAgain(page)
  const hold = holdAfter(20)
  await carryOut(page, 'Push')
  await hold.reached
  studio.kill()
  await page.context().close()
  hold.go()
  await expect.poll(there).toBeGreaterThan(before)
  proxy.reset()

  studio = await openStudio(folder)
  ;({ page } = await openPage(browser, studio.address))
  await showInstances(page)
  await page.getByRole('button', { name: 'Undo a push or pull' }).click()
  await page.getByRole('menu').getByRole('menuitem').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await result(page)
    .getByText(/\d+ taken back/)
    .waitFor()
  expect(await there()).toBe(before)
  await page.getByRole('button', { name: 'Close the result' }).click()
  await compareAgain(page)
  await carryOut(page, 'Push')
  await result(page)
    .getByText(`${count - before} done`)
    .waitFor()
  expect(await there()).toBe(count)
  await page.getByRole('button', { name: 'Close the result' }).click()
})

test('the event log is followed: what a lambda leaves there shows by itself', async () => {
  await page.getByRole('tab', { name: 'Event log' }).click()
  await page.getByRole('button', { name: 'Follow' }).click()
  await page.getByRole('button', { name: 'Following' }).waitFor()
  const { lambdas } = await other.call<{ lambdas: { id: string; name: string }[] }>('GET', '/api/lambda')
  const { id, name } = lambdas.find((lambda) => lambda.name === 'Mine 7')!
  const message = `Lambda invocation result:\n\nId: ${id}\nName: ${name}\n\nseen just now`
  const entry = { id: 99_001, insertInstant: Date.now(), message, type: 'Debug' }
  proxy.fault = ({ path }) =>
    path.startsWith('/api/system/event-log/search')
      ? { kind: 'answer', status: 200, body: JSON.stringify({ eventLogs: [entry], total: 1 }) }
      : undefined
  await page.getByRole('list', { name: 'Event log' }).getByText('seen just now').waitFor()
  await page.getByRole('button', { name: 'Following' }).click()
  await page.getByRole('button', { name: 'Follow', exact: true }).waitFor()
})
