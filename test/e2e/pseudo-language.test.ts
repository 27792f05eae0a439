import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import hostPatterns from '../../renderer/messages/host-patterns.json' with { type: 'json' }
import { en } from '../../renderer/messages/en.ts'
import { pseudoText } from '../../renderer/messages/pseudo.ts'
import { usePages } from '../helpers/use-pages.ts'

const openPage = usePages()
let page: Page

/** The pseudo text under a key. */
function words(key: keyof typeof en): string {
  const message = en[key]
  return pseudoText(typeof message === 'string' ? message : message.other)
}

const button = (key: keyof typeof en) => page.getByRole('button', { name: words(key), exact: true })

/** What the host answered that is nobody's to translate: names of the user and of FusionAuth, and documentation. */
const answered = new Set<string>()

/** What the host says the same each time; what has values in it is held by `pseudo-host.test.ts`. */
const spoken: ReadonlySet<string> = new Set(hostPatterns)

function keepStrings(value: unknown): void {
  if (typeof value === 'string' && !spoken.has(value)) answered.add(value)
  if (typeof value !== 'object' || value === null) return
  const { firstName, lastName } = value as { firstName?: unknown; lastName?: unknown }
  if (typeof firstName === 'string' && typeof lastName === 'string') answered.add(`${firstName} ${lastName}`)
  Object.values(value).forEach(keepStrings)
}

/** Texts in view without what stands in brackets; code is the same in every language. */
const bare = `(() => {
  const apart = '.monaco-editor, code, pre, kbd, time, script, style, svg'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    const rest = textContent.replace(/⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '').trim()
    const { width, height } = parentElement.getBoundingClientRect()
    if (/\\p{L}/u.test(rest) && !parentElement.closest(apart) && width > 0 && height > 0) found.push(rest)
  }
  return found
})()`

/** Days and times as Intl writes them, amounts, initials of people, and language levels. */
const sameEverywhere =
  /^([A-Z][a-z]{2} \d{1,2}, \d{4}(, [\d: ]+[AP]M)?|[\d.,]+ ?(ms|s|kB|MB)|\p{L}{1,2}|ES\d{4})$/u

async function unready(): Promise<string[]> {
  const texts = await page.evaluate<string[]>(bare)
  const known = [...answered]
  return texts.filter((text) => !sameEverywhere.test(text) && !known.some((each) => each.includes(text)))
}

beforeAll(async () => {
  const { page: opened, studio } = await openPage(mkdtempSync(join(tmpdir(), 'studio-')))
  page = opened
  page.on('response', (response) => {
    if (response.url().includes('/api/call/')) void response.json().then(keepStrings, () => undefined)
  })
  await page.goto(`${studio.origin}/?locale=pseudo`)
  await page.getByText(words('welcome.text')).waitFor()
})

const screens: readonly [string, () => Promise<unknown>][] = [
  ['the choice of a workspace', () => page.getByText(words('welcome.text')).waitFor()],
  [
    'a lambda that ran',
    async () => {
      const folder = join(mkdtempSync(join(tmpdir(), 'studio-')), 'lambdas')
      await page.getByRole('textbox', { name: words('welcome.folder') }).fill(folder)
      await button('welcome.createSample').click()
      await page.locator('.monaco-editor .view-line').first().waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByText(words('outcome.completed')).first().waitFor()
    },
  ],
  [
    'a new lambda',
    async () => {
      await page.keyboard.press('Alt+n')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the tests',
    async () => {
      await page.keyboard.press('Escape')
      await button('tests.title').click()
      await page.keyboard.press('Alt+t')
      await page.getByRole('treeitem').first().waitFor()
    },
  ],
  [
    'the groups',
    async () => {
      await button('groups.title').click()
      await page.locator('[data-row]').first().click()
    },
  ],
  ['the users', () => button('users.title').click()],
  [
    'the instances',
    async () => {
      await button('instances.title').click()
      await page.getByRole('main').getByRole('tab').first().waitFor()
    },
  ],
  ['the lambda types', () => button('types.title').click()],
  ['the settings', () => button('settings.title').click()],
  ['the work', () => page.getByRole('button', { name: words('work.title') }).click()],
]

test.each(screens)('every text of %s can be translated', async (_screen, reach) => {
  await reach()
  await expect.poll(unready, { timeout: 10_000 }).toEqual([])
})

test('the language is a setting: the page is loaded in it, and says so', async () => {
  expect(await page.getByText('⟦').count()).toBeGreaterThan(5)
  await page.goto(new URL('/', page.url()).href)
  await page.getByText('Sandbox ready').waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('pseudo')
  await page.locator('html[lang=en-XA]').waitFor()
  await page.getByText(words('status.ready')).waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('combobox', { name: words('setting.appearance.language') }).selectOption('en')
  await page.locator('html[lang=en]').waitFor()
  await page.getByText('Sandbox ready').waitFor()
})
