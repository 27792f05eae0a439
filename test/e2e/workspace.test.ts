import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { pasteBody, pasteInto } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder, writeLambda } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'empty-'))
const text = (page: Page, hasText: string) => page.locator('.view-lines', { hasText }).first()
const body = (line: string): string => `function populate(jwt, user, registration) {\n  ${line}\n}\n`

test('a start without a workspace leads to one that runs in one action, and makes nothing before', async () => {
  const folder = emptyFolder()
  const { page } = await openPage(folder)
  const field = page.getByRole('textbox', { name: 'Folder' })
  await field.waitFor()
  expect(await field.inputValue()).toMatch(/lambdas(-\d+)?$/)
  expect(readdirSync(folder)).toEqual([])
  await field.fill(join(folder, 'mine'))
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await text(page, 'populate').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Completed', { exact: true }).waitFor()
  expect(JSON.parse(readFileSync(join(folder, 'mine', 'studio.json'), 'utf8'))).toMatchObject({ version: 1 })
  expect(readdirSync(join(folder, 'mine', 'lambdas'))).toHaveLength(3)
})

test('a folder that is no workspace is not opened, and the way on is said', async () => {
  const { page } = await openPage(emptyFolder())
  await page.getByRole('textbox', { name: 'Folder' }).fill(emptyFolder())
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText(/is not in a workspace/).waitFor()
})

test('another workspace is opened from the recent ones, and nothing of the first stays', async () => {
  const first = workspaceFolder([{ slug: 'shared-slug', name: 'Of the first', body: body('jwt.first = 1;') }])
  const second = workspaceFolder([
    { slug: 'shared-slug', name: 'Of the second', body: body('jwt.second = 1;') },
  ])
  const { page } = await openPage(first)
  await text(page, 'jwt.first').waitFor()
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Open another workspace' }).click()
  await page.getByRole('textbox', { name: 'Folder' }).fill(second)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await text(page, 'jwt.second').waitFor()
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: first.split('/').at(-1)! }).click()
  await text(page, 'jwt.first').waitFor()
  expect(await page.getByText('Of the second').count()).toBe(0)
})

test('Ctrl+S writes the body byte for byte, and the marks of what is unsaved go', async () => {
  const folder = workspaceFolder()
  const { page, complaints } = await openPage(folder)
  await pasteBody(page, body('jwt.saved = "ümlaut";'))
  await page.getByRole('tab', { name: /Not saved/ }).waitFor()
  await page.getByText('1 unsaved').waitFor()
  expect(await page.title()).toMatch(/^● /)
  await page.keyboard.press('Control+s')
  await page.getByText('1 unsaved').waitFor({ state: 'detached' })
  expect(readFileSync(placeOf(folder, 'add-claims', 'lambda.js'), 'utf8')).toBe(body('jwt.saved = "ümlaut";'))
  expect(await page.title()).not.toContain('●')
  expect(complaints).toEqual([])
})

test('a lambda is made, renamed, duplicated, and deleted with undo on disk', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  await page.getByRole('button', { name: 'New lambda' }).first().click()
  await page.keyboard.type('apple')
  await page.keyboard.press('Enter')
  await text(page, 'reconcile').waitFor()
  expect(existsSync(placeOf(folder, 'apple-reconcile', 'lambda.json'))).toBe(true)
  await page.getByRole('treeitem', { name: 'Add claims' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByRole('tab', { name: 'Add claims 2' }).waitFor()
  expect(existsSync(placeOf(folder, 'add-claims-2', 'lambda.js'))).toBe(true)
  await page.getByRole('treeitem', { name: 'Add claims 2' }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('tab', { name: 'Add claims 2' }).waitFor({ state: 'detached' })
  expect(existsSync(placeOf(folder, 'add-claims-2', 'lambda.json'))).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('tab', { name: 'Add claims 2' }).waitFor()
  expect(existsSync(placeOf(folder, 'add-claims-2', 'lambda.json'))).toBe(true)
})

test('an outside edit shows at once where nothing is unsaved, and a new lambda shows in the list', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  await text(page, 'registration.roles').waitFor()
  writeFileSync(placeOf(folder, 'add-claims', 'lambda.js'), body('jwt.theirs = 1;'))
  await text(page, 'jwt.theirs').waitFor()
  expect(await page.getByText('unsaved').count()).toBe(0)
  writeLambda(folder, { slug: 'from-git', name: 'From git', body: body('jwt.git = 1;') })
  await page.getByRole('treeitem', { name: 'From git' }).waitFor()
})

test('an outside edit beside unsaved text is compared, and either text can win', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  const file = placeOf(folder, 'add-claims', 'lambda.js')
  await pasteBody(page, body('jwt.mine = 1;'))
  writeFileSync(file, body('jwt.theirs = 1;'))
  await page.getByText('Another program changed this file.').waitFor()
  await page.getByRole('button', { name: 'Compare' }).click()
  await text(page, 'jwt.theirs').waitFor()
  await page.keyboard.press('Control+s')
  expect(readFileSync(file, 'utf8')).toBe(body('jwt.theirs = 1;'))
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.keyboard.press('Control+s')
  await page.getByText('1 unsaved').waitFor({ state: 'detached' })
  expect(readFileSync(file, 'utf8')).toBe(body('jwt.mine = 1;'))

  await pasteBody(page, body('jwt.again = 1;'))
  writeFileSync(file, body('jwt.final = 1;'))
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await text(page, 'jwt.final').waitFor()
  expect(readFileSync(file, 'utf8')).toBe(body('jwt.final = 1;'))
})

test('broken files are told with place and hint while the rest works', async () => {
  const folder = workspaceFolder()
  writeFileSync(join(folder, 'studio.json'), '{ "version": 1,, }')
  writeLambda(folder, { slug: 'broken', body: body('') })
  writeFileSync(placeOf(folder, 'broken', 'lambda.json'), '{\n  "name": oops\n}')
  const { page } = await openPage(folder)
  await text(page, 'registration.roles').waitFor()
  await page.getByRole('button', { name: '2 files need attention' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText('lambdas/broken/lambda.json is not JSON: line 2, column 11', { exact: false })
    .waitFor()
  await dialog.getByText('studio.json is not JSON: line 1', { exact: false }).waitFor()
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).toBe('{ "version": 1,, }')
  await page.keyboard.press('Escape')
  writeFileSync(placeOf(folder, 'broken', 'lambda.json'), '{ "name": "Mended", "type": "JWTPopulate" }')
  await page.getByRole('treeitem', { name: 'Mended' }).waitFor()
})

test('broken settings are mended in the page, and what is not valid is not saved', async () => {
  const folder = workspaceFolder()
  const broken = '{\n  "name": "Broken one",\n  "type": JWTPopulate\n}\n'
  writeFileSync(join(folder, 'studio.json'), '{ "version": 1,, }')
  writeLambda(folder, { slug: 'broken', body: body('') })
  const file = placeOf(folder, 'broken', 'lambda.json')
  writeFileSync(file, broken)
  const { page, complaints } = await openPage(folder)
  await page.getByRole('button', { name: '2 files need attention' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mend lambdas/broken/lambda.json' }).click()
  await dialog.getByRole('alert').getByText('line 3, column 11', { exact: false }).waitFor()
  expect(await violations(page)).toEqual([])

  await pasteInto(page, 'Text of lambdas/broken/lambda.json', '{ "name": "Mine" }')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').getByText('is not what is expected here: type', { exact: false }).waitFor()
  expect(readFileSync(file, 'utf8')).toBe(broken)

  // What was typed is there again after the dialog was closed.
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '2 files need attention' }).click()
  await dialog.getByRole('button', { name: 'Mend lambdas/broken/lambda.json' }).click()
  await dialog.locator('.view-lines', { hasText: '"Mine"' }).waitFor()

  // Another program's edit is not written over unseen.
  writeFileSync(file, `${broken}\n`)
  const mended = '{ "name": "Mended here", "type": "JWTPopulate", "own": 1 }\n'
  await pasteInto(page, 'Text of lambdas/broken/lambda.json', mended)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').getByText('Another program changed this file.').waitFor()
  expect(readFileSync(file, 'utf8')).toBe(`${broken}\n`)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Mend studio.json' }).waitFor()
  expect(readFileSync(file, 'utf8')).toBe(mended)

  await dialog.getByRole('button', { name: 'Mend studio.json' }).click()
  await pasteInto(page, 'Text of studio.json', '{ "version": 1 }')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('treeitem', { name: 'Mended here' }).waitFor()
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).toBe('{ "version": 1 }')
  expect(complaints).toEqual([])
})

test('text typed while mending survives a kill of the studio, and is held against the file', async () => {
  const folder = workspaceFolder()
  writeFileSync(join(folder, 'studio.json'), '{ "version": 1,, }')
  const draft = join(folder, '.studio', 'studio-draft.json')
  const mend = async (on: Page): Promise<void> => {
    await on.getByRole('button', { name: '1 file needs attention' }).click()
    await on.getByRole('button', { name: 'Mend studio.json' }).click()
  }
  const type = async (on: Page, typed: string): Promise<void> => {
    await pasteInto(on, 'Text of studio.json', typed)
    await expect.poll(() => existsSync(draft) && readFileSync(draft, 'utf8')).toContain(JSON.stringify(typed))
  }
  const { page, studio } = await openPage(folder)
  await mend(page)
  await type(page, '{ "version": 1, "half": ')
  studio.kill()
  await page.context().close()

  const { page: next, studio: second } = await openPage(folder)
  await mend(next)
  const dialog = next.getByRole('dialog')
  await dialog.getByText(/Text of .* was restored\./).waitFor()
  await text(next, '"half"').waitFor()
  await text(next, '1,,').waitFor()
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await type(next, '{ "version": 1, "half": 2,')
  second.kill()
  await next.context().close()

  // The file was changed since: neither goes over the other unseen.
  writeFileSync(join(folder, 'studio.json'), '{ "version": theirs }')
  const { page: last } = await openPage(folder)
  await mend(last)
  await last.getByRole('dialog').getByText('Another program changed this file.').waitFor()
  expect(await violations(last)).toEqual([])
  await last.getByRole('button', { name: 'Keep mine' }).click()
  await pasteInto(last, 'Text of studio.json', '{ "version": 1, "half": 2 }')
  await last.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await last.getByRole('dialog').waitFor({ state: 'detached' })
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).toBe('{ "version": 1, "half": 2 }')
  await expect.poll(() => existsSync(draft)).toBe(false)
})

test('a folder that was moved away is told, and work goes on once it is back', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  await pasteBody(page, body('jwt.kept = 1;'))
  renameSync(folder, `${folder}-away`)
  await page.getByText(/was deleted or moved away/).waitFor()
  await text(page, 'jwt.kept').waitFor()
  renameSync(`${folder}-away`, folder)
  await page.getByText(/was deleted or moved away/).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+s')
  await page.getByText('1 unsaved').waitFor({ state: 'detached' })
  expect(readFileSync(placeOf(folder, 'add-claims', 'lambda.js'), 'utf8')).toBe(body('jwt.kept = 1;'))
})

test('files are imported once their types are known, and what cannot be is said', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  const from = emptyFolder()
  const write = (name: string, content: string): string => {
    writeFileSync(join(from, name), content)
    return join(from, name)
  }
  const kickstart = {
    requests: [
      {
        method: 'POST',
        url: '/api/lambda/5c6b2b3e-0000-4000-8000-000000000001',
        body: { lambda: { name: 'From Kickstart', type: 'JWTPopulate', body: body('jwt.k = 1;') } },
      },
    ],
  }
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Import lambdas' }).click()
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles([
      write('kickstart.json', JSON.stringify(kickstart)),
      write('odd.js', 'function reconcile(user) {\n}\n'),
      write('bad.json', '{'),
    ])
  const dialog = page.getByRole('dialog')
  await dialog.getByText('bad.json is not JSON', { exact: false }).waitFor()
  const confirm = dialog.getByRole('button', { name: /^Import / })
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByRole('combobox', { name: 'Type of odd' }).selectOption('GoogleReconcile')
  await confirm.click()
  await dialog.getByText('Imported').nth(1).waitFor()
  expect(readFileSync(placeOf(folder, 'from-kickstart', 'lambda.js'), 'utf8')).toBe(body('jwt.k = 1;'))
  expect(readFileSync(placeOf(folder, 'odd', 'lambda.json'), 'utf8')).toContain('GoogleReconcile')
})

test.each([
  ['Kickstart file', /\.json$/, 'Add claims'],
  ['Terraform resources', /\.tf$/, 'fusionauth_lambda'],
  ['Folders as .zip', /\.zip$/, 'PK'],
])('%s is exported as a download', async (format, fileName, content) => {
  const { page } = await openPage(workspaceFolder())
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Export all lambdas' }).press('ArrowRight')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(fileName)
  expect(readFileSync(await download.path(), 'utf8')).toContain(content)
})

test('an export of all lambdas tells which could not be read', async () => {
  const folder = workspaceFolder()
  for (const slug of ['one', 'two', 'three', 'four', 'five', 'six']) {
    writeLambda(folder, { slug, body: body('jwt.a = 1;') })
    writeFileSync(placeOf(folder, slug, 'lambda.json'), '{')
  }
  const { page } = await openPage(folder)
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Export all lambdas' }).press('ArrowRight')
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Kickstart file' }).click(),
  ])
  await page.getByText('6 lambdas are not in the file', { exact: false }).waitFor()
  await page.getByText('five, four, one, six, three and 1 more. In it: 1.', { exact: false }).waitFor()
})
