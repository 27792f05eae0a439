import type { Page } from 'playwright-core'

/** Replaces the body in the lambda editor as a user does who pastes: typing would close brackets by itself. */
export async function pasteBody(page: Page, body: string): Promise<void> {
  await pasteInto(page, /^Body of/, body)
}

/** Replaces the input in its editor. */
export async function pasteInput(page: Page, input: string): Promise<void> {
  await pasteInto(page, /^Input as JSON/, input)
}

/** Replaces the text of the case that is worked on. */
export async function pasteCase(page: Page, text: string): Promise<void> {
  await pasteInto(page, /^Case .* as JSON/, text)
}

/** Replaces the text of an editor by its name. */
export async function pasteInto(page: Page, name: RegExp | string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.getByRole('textbox', { name }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+V')
}
