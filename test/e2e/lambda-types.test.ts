import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lambdaTypes } from '../../electron/core/catalogue/catalogue.ts'
import { inputSchemaOf } from '../../electron/core/catalogue/input-schema.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { pasteBody } from '../helpers/editor.ts'
import { openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

let browser: Browser
let studio: OpenedStudio
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  studio = await openStudio(workspaceFolder())
  browser = await launchBrowser()
  const opened = await openPage(browser, studio.address)
  page = opened.page
  page.on('request', (request) => {
    if (!request.url().startsWith(studio.origin)) complaints.push(request.url())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

async function create(type: string): Promise<void> {
  await page.getByRole('button', { name: 'New lambda' }).first().click()
  await page.locator(`#type-${type}`).click()
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** What the editor offers behind `parameter.` in a function that carries no types. */
async function offered(functionName: string, parameters: readonly string[]): Promise<string[]> {
  await pasteBody(page, `function ${functionName}(${parameters.join(', ')}) {\n  ${parameters[0]!}`)
  await page.keyboard.type('.')
  const labels = page.locator('.suggest-widget.visible .monaco-list-row .label-name')
  await labels.first().waitFor()
  const texts = await labels.allTextContents()
  await page.keyboard.press('Escape')
  return texts
}

/** The fields that an input of the type has under a parameter. */
function fieldsOf(type: string, parameter: string): string[] {
  const schema = inputSchemaOf(type) as {
    properties: Record<string, { $ref?: string }>
    definitions: Record<string, { properties?: object }>
  }
  const name = schema.properties[parameter]!.$ref!.split('/').at(-1)!
  return Object.keys(schema.definitions[name]!.properties ?? {})
}

test.each(lambdaTypes)(
  '$type starts from a template that runs, and the editor knows its fields',
  async (info) => {
    await create(info.type)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'Result', exact: true }).getByText('Completed').waitFor()

    const names = info.parameters.map(({ name }) => name)
    const texts = await offered(info.functionName, names)
    expect(fieldsOf(info.type, names[0]!)).toEqual(expect.arrayContaining(texts))
  },
)

test('an unknown field of a user is marked, a claim of one\u2019s own is not', async () => {
  await create('JWTPopulate')
  await pasteBody(page, 'function populate(jwt, user) {\n  jwt.mine = user.nosuch\n}')
  const marked = page.locator('.monaco-editor .squiggly-error')
  await marked.first().waitFor()
  expect(await marked.count()).toBe(1)
})

test('nothing was asked of any other server, and nothing failed', () => {
  expect(complaints).toEqual([])
})
