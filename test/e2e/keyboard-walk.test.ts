import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { OtherUser } from '../helpers/demo-rest.ts'
import { embeddedKey } from '../helpers/open-studio.ts'
import { usePages } from '../helpers/use-pages.ts'

// The whole way with the keyboard alone: no test here moves or presses a mouse, or puts the focus anywhere by itself.
const openPage = usePages()
const folder = join(mkdtempSync(join(tmpdir(), 'keyboard-')), 'lambdas')
const name = 'Keyboard claim'
/** What the case that came with the template expects, and more. */
const body = `function populate(jwt, user, registration) {
  jwt.roles = registration?.roles ?? [];
  jwt.plan = user.data?.plan;
  jwt.tier = 'free';
}
`
const withLine = (line: string): string => `${body.slice(0, -2)}  ${line}\n}\n`
const onDisk = (path: string): string => readFileSync(join(folder, 'lambdas', 'keyboard-claim', path), 'utf8')

let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  ;({ page, complaints } = await openPage(mkdtempSync(join(tmpdir(), 'start-')), {
    permissions: ['clipboard-read', 'clipboard-write'],
  }))
  page.setDefaultTimeout(20_000)
})

const mostSteps = 80

/** Presses Tab until the focus is on something. */
async function tabTo(wanted: Locator): Promise<void> {
  await wanted.first().waitFor({ state: 'attached' })
  for (let step = 0; step < mostSteps; step += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`)
}

/** Comes to the lambda of a table of plans: by Tab into the table, and by the arrow keys to its row. */
async function goToEntry(wanted: string): Promise<void> {
  await tabTo(page.locator('[data-entry][tabindex="0"]'))
  await page.keyboard.press('Home')
  const entry = page.locator('[data-entry]:focus', { hasText: wanted })
  for (let step = 0; step < mostSteps && (await entry.count()) === 0; step += 1)
    await page.keyboard.press('ArrowDown')
  expect(await entry.count()).toBe(1)
}

/** Presses F6 until the focus is in a part of the window. */
async function goToRegion(region: string): Promise<void> {
  const focused = page.locator(`[data-region="${region}"]:focus-within`)
  for (let step = 0; step < 12 && (await focused.count()) === 0; step += 1) await page.keyboard.press('F6')
  expect(await focused.count()).toBe(1)
}

async function press(wanted: Locator): Promise<void> {
  await tabTo(wanted)
  await page.keyboard.press('Enter')
}

async function write(text: string): Promise<void> {
  await goToRegion('body-left')
  await tabTo(page.getByRole('textbox', { name: `Body of ${name}` }))
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+V')
  await page.keyboard.press('Control+S')
  await page.getByText(/^\d+ unsaved$/).waitFor({ state: 'detached' })
  await expect.poll(() => onDisk('lambda.js')).toBe(text)
}

const dialog = () => page.getByRole('dialog')
const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const result = () => page.getByRole('region', { name: 'Result', exact: true })

test('a first start makes a workspace with samples', async () => {
  await tabTo(page.getByRole('textbox', { name: 'Folder' }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(folder)
  await page.keyboard.press('Enter')
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test('a lambda is made from its type, and written', async () => {
  await page.keyboard.press('Alt+N')
  await dialog().waitFor()
  await page.keyboard.type('jwt populate')
  await tabTo(dialog().getByLabel('Name'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(name)
  await press(dialog().getByRole('button', { name: 'Create', exact: true }))
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: `Body of ${name}` }).waitFor({ state: 'attached' })

  await write(body)
})

test('it is run, the run is kept as a case, and the tests prove it', async () => {
  await page.keyboard.press('Control+Enter')
  await result().getByText('"free"').first().waitFor()
  await page.keyboard.press('Alt+K')
  await tabTo(dialog().getByRole('textbox', { name: 'Name' }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Free tier')
  await press(dialog().getByRole('button', { name: 'Keep', exact: true }))
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: 'Case free-tier as JSON' }).waitFor({ state: 'attached' })
  expect(JSON.parse(onDisk('cases/free-tier.json'))).toHaveProperty('expect')

  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Alt+T')
  await page.getByRole('navigation', { name: 'Tests' }).getByText('5 passed').waitFor()
})

test('what differs from the Demo instance is seen, and pushed', async () => {
  await page.keyboard.press('Alt+5')
  await goToRegion('main')
  await goToEntry(name)
  await page.getByRole('region', { name, exact: true }).getByText("jwt.tier = 'free';").first().waitFor()
  await page.keyboard.press('Alt+Shift+P')
  await press(dialog().getByRole('button', { name: /^Push \d/ }))
  await dialog().waitFor({ state: 'detached' })
  await result()
    .getByText(/\d+ done/)
    .first()
    .waitFor()
})

test("somebody else's change there and one here are merged, and pushed", async () => {
  const { instances } = JSON.parse(readFileSync(join(folder, 'studio.json'), 'utf8')) as {
    readonly instances: readonly { readonly url: string }[]
  }
  const colleague = new OtherUser({ url: instances[0]!.url }, embeddedKey())
  await colleague.changeLambda(name, { body: withLine('jwt.region = user.data.region;') })
  await page.keyboard.press('Alt+1')
  await write(withLine('jwt.since = user.insertInstant;'))

  await page.keyboard.press('Alt+5')
  await goToRegion('main')
  await press(button('Compare again'))
  const row = page.getByRole('row').filter({ has: button(name) })
  await row.getByText('Changed on both').waitFor()
  await goToEntry(name)
  await page.keyboard.press('Tab')
  expect(await row.getByRole('combobox').and(page.locator(':focus')).count()).toBe(1)
  await page.keyboard.type('Merge')
  await page.getByText('Conflict 1 of 1').waitFor()
  await press(button('Take both'))
  await press(button('Use this merge'))
  await press(button(/^Push \d/))
  await press(dialog().getByRole('button', { name: /^Push \d/ }))
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(async () => (await colleague.lambda(name)).body).toContain('jwt.region')
  await expect.poll(() => onDisk('lambda.js')).toContain('jwt.region')
  expect(onDisk('lambda.js')).toContain('jwt.since')
})

test('the push is taken back', async () => {
  await press(result().getByRole('button', { name: 'Undo' }))
  await press(dialog().getByRole('button', { name: 'Undo' }))
  await result()
    .getByText(/taken back/)
    .waitFor()
  expect(complaints).toEqual([])
})
