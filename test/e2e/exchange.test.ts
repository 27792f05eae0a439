import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { pasteBody, pasteCase } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = (line: string): string => `function populate(jwt, user, registration) {\n  ${line}\n}\n`
const text = (hasText: string) => page.locator('.view-lines', { hasText }).first()

let folder: string
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  folder = workspaceFolder([{ slug: 'mine', body: body('jwt.mine = 1;'), cases: { one: { input: {} } } }])
  ;({ page, complaints } = await openPage(folder))
  await text('jwt.mine').waitFor()
})

test('a folder with all four kinds of files is imported, and files are chosen again once they are mended', async () => {
  const from = mkdtempSync(join(tmpdir(), 'import-'))
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(from, name)), { recursive: true })
    writeFileSync(join(from, name), content)
  }
  const ofServer = { name: 'Of the server', type: 'JWTPopulate', debug: true, body: body('jwt.server = 1;') }
  write('scripts/own.js', `\ufeff${body('jwt.own = 1;')}`)
  write('scripts/latin.js', new Uint8Array([0x22, 0xfc, 0x22]))
  write('kickstart/kickstart.json', kickstart({ name: '#{name}', type: 'JWTPopulate', body: '@{k.js}' }))
  write('kickstart/k.js', body('jwt.kickstart = 1;'))
  write('tool/5c6b2b3e-0000-4000-8000-000000000002.json', JSON.stringify(ofServer))
  write('terraform/main.tf', terraform(body('jwt.terraform = 1;')))
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Import lambdas' }).click()
  const dialog = page.getByRole('dialog')
  const choice = page.locator('input[type=file][webkitdirectory]')
  await choice.setInputFiles(from)
  await dialog.getByText('scripts/latin.js is not UTF-8 text.', { exact: false }).waitFor()

  write('scripts/latin.js', body('jwt.latin = "ü";'))
  await dialog.getByRole('button', { name: 'Choose other files' }).click()
  await choice.setInputFiles(from)
  await dialog.getByRole('button', { name: 'Import 5 lambdas' }).click()
  await dialog.getByText('Imported').nth(4).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  const bodies = ['own', 'latin', 'of-kickstart', 'of-the-server', 'of-terraform'].map((slug) =>
    readFileSync(placeOf(folder, slug, 'lambda.js'), 'utf8'),
  )
  expect(bodies).toEqual([
    `\ufeff${body('jwt.own = 1;')}`,
    body('jwt.latin = "ü";'),
    body('jwt.kickstart = 1;'),
    body('jwt.server = 1;'),
    body('jwt.terraform = 1;'),
  ])
  expect(readFileSync(placeOf(folder, 'of-the-server', 'lambda.json'), 'utf8')).toContain('"debug": true')
})

test('a case that others changed or deleted beside unsaved text is held against it', async () => {
  const file = placeOf(folder, 'mine', 'cases', 'one.json')
  await page.getByRole('treeitem', { name: 'mine' }).click()
  await page.getByRole('list', { name: 'Cases' }).getByRole('button', { name: /one/ }).first().click()
  await page.getByRole('textbox', { name: 'Case one as JSON' }).waitFor({ state: 'attached' })
  await pasteCase(page, '{ "input": { "jwt": { "by": "me" } } }')
  writeFileSync(file, '{ "input": { "jwt": { "by": "them" } } }')
  await page.getByText('Another program changed this file.').waitFor()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await text('"them"').waitFor()

  await pasteCase(page, '{ "input": { "jwt": { "by": "me again" } } }')
  rmSync(file)
  await page.getByText('Another program deleted this file.').waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.keyboard.press('Control+s')
  await page.getByText(/unsaved/).waitFor({ state: 'detached' })
  expect(readFileSync(file, 'utf8')).toContain('"me again"')
})

test('a lambda that others deleted beside unsaved text comes back when that is saved', async () => {
  await pasteBody(page, body('jwt.kept = 1;'))
  rmSync(placeOf(folder, 'mine'), { recursive: true })
  await page.getByText('Another program deleted this file.').first().waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).first().click()
  await page.keyboard.press('Control+s')
  await page.getByText(/unsaved/).waitFor({ state: 'detached' })
  expect(readFileSync(placeOf(folder, 'mine', 'lambda.js'), 'utf8')).toBe(body('jwt.kept = 1;'))

  // The same where it is saved on the way out.
  await pasteBody(page, body('jwt.kept = 2;'))
  rmSync(placeOf(folder, 'mine'), { recursive: true })
  await page.getByText('Another program deleted this file.').first().waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).first().click()
  await page.keyboard.press('Alt+w')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => readdirSync(join(folder, 'lambdas'))).toContain('mine')
  expect(readFileSync(placeOf(folder, 'mine', 'lambda.js'), 'utf8')).toBe(body('jwt.kept = 2;'))
  expect(complaints).toEqual([])
})

function kickstart(lambda: object): string {
  const request = { method: 'POST', url: '/api/lambda/#{UUID()}', body: { lambda } }
  return JSON.stringify({ variables: { name: 'Of Kickstart' }, requests: [request] })
}

function terraform(content: string): string {
  return `resource "fusionauth_lambda" "one" {
  name = "Of Terraform"
  type = "JWTPopulate"
  body = <<EOT
${content}EOT
}
`
}
