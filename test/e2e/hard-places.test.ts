import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../electron/demo/start-demo.ts'
import { pasteBody } from '../helpers/editor.ts'
import { FaultProxy } from '../helpers/fault-proxy.ts'
import { showInstances } from '../helpers/instance-screens.ts'
import { SmallDisk } from '../helpers/small-disk.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder, writeLambda } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = (line: string): string => `function populate(jwt, user, registration) {\n  ${line}\n}\n`

test('ten thousand lambdas are listed, found, opened and run', async () => {
  const folder = workspaceFolder([])
  for (let at = 0; at < 10_000; at++) {
    writeLambda(folder, {
      slug: `lambda-${at}`,
      name: `Lambda number ${at}`,
      body: body(`jwt.at = ${at};`),
      cases: at % 5 === 0 ? { [`case-of-${at}`]: { input: { jwt: {} } } } : {},
    })
  }
  const { page, complaints } = await openPage(folder)
  const tree = page.getByRole('tree', { name: 'Lambdas' })
  await tree
    .getByRole('treeitem', { name: /^Lambda number/ })
    .first()
    .waitFor()
  // Only what is in view is drawn.
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(200)
  await page.getByRole('searchbox', { name: 'Filter' }).fill('number 9876')
  await tree.getByRole('treeitem', { name: 'Lambda number 9876' }).click()
  await page.locator('.view-lines', { hasText: 'jwt.at = 9876' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Completed', { exact: true }).waitFor()

  const listings: string[] = []
  page.on('request', (request) => listings.push(...(request.url().match(/cases\.(list|names)$/) ?? [])))
  await page.keyboard.press('Control+p')
  await page.getByText('Lambdas: the first 200 of 10,000; type to narrow them').waitFor()
  expect(await page.getByRole('option').count()).toBeLessThan(1000)
  await page.keyboard.type('case-of-9875')
  await page.getByRole('option', { name: /^case-of-9875/ }).waitFor()
  // The cases of all lambdas are found by one call.
  expect(listings).toHaveLength(2)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Case case-of-9875 as JSON' }).waitFor({ state: 'attached' })
  expect(complaints).toEqual([])
}, 180_000)

const disk = SmallDisk.mount(4)
afterAll(() => disk?.unmount())

describe.runIf(disk !== null)('on a disk that takes no more', () => {
  /** A workspace on that disk. */
  function onDisk(name: string): string {
    const folder = join(disk?.folder ?? '', name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'studio.json'), '{ "version": 1 }\n')
    writeLambda(folder, { slug: 'a', name: 'A', body: body('jwt.a = 1;') })
    return folder
  }

  test('a full one is told, the text stays, and is saved once there is space', async () => {
    const folder = onDisk('full')
    const filling = join(disk?.folder ?? '', 'filling')
    const { page } = await openPage(folder)
    await page.locator('.view-lines', { hasText: 'jwt.a' }).first().waitFor()
    fill(filling)
    await pasteBody(page, body('jwt.kept = 1;'))
    await page.keyboard.press('Control+s')
    await page.getByText('the disk is full', { exact: false }).first().waitFor()
    expect(readFileSync(placeOf(folder, 'a', 'lambda.js'), 'utf8')).toBe(body('jwt.a = 1;'))
    await page.locator('.view-lines', { hasText: 'jwt.kept' }).first().waitFor()
    rmSync(filling)
    await page.keyboard.press('Control+s')
    await page.getByRole('tab', { name: /Not saved/ }).waitFor({ state: 'detached' })
    expect(readFileSync(placeOf(folder, 'a', 'lambda.js'), 'utf8')).toBe(body('jwt.kept = 1;'))
  })

  test('a read-only one is told, and everything but saving works', async () => {
    const folder = onDisk('read-only')
    disk?.setReadOnly(true)
    try {
      const { page } = await openPage(folder)
      await page.getByText('This folder cannot be written to.').waitFor()
      await page.locator('.view-lines', { hasText: 'jwt.a' }).first().waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByText('Completed', { exact: true }).waitFor()
      await pasteBody(page, body('jwt.mine = 1;'))
      await page.keyboard.press('Control+s')
      await page.getByText('the disk is read-only', { exact: false }).first().waitFor()
      await page.locator('.view-lines', { hasText: 'jwt.mine' }).first().waitFor()
    } finally {
      disk?.setReadOnly(false)
    }
  })
})

/** Writes until nothing more fits. */
function fill(path: string): void {
  for (const size of [65_536, 1024, 1]) {
    try {
      for (;;) writeFileSync(path, 'x'.repeat(size), { flag: 'a' })
    } catch {
      // Full for pieces of this size.
    }
  }
}

test('a comparison that a wrong key failed is made again once the key was changed', async () => {
  const demo = await startDemo({ port: 0, users: 5, seed: 4 })
  const proxy = await FaultProxy.start(demo.url)
  const { page } = await openPage(workspaceFolder())
  await showInstances(page)
  await page.getByRole('button', { name: 'Add instance' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Cluster')
  await dialog.getByLabel('Address').fill(proxy.url)
  await dialog.getByLabel('API key').fill('not-the-key')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('The instance refused the API key.').first().waitFor()

  // A node that has not heard of the new key yet refuses it for a while.
  let refusals = 6
  proxy.fault = ({ headers }) =>
    headers['authorization'] !== undefined && refusals-- > 0 ? { kind: 'answer', status: 401 } : undefined
  await page.getByRole('button', { name: 'Edit Cluster' }).click()
  await dialog.getByRole('button', { name: 'Replace' }).click()
  await dialog.getByLabel('API key').fill(demo.keys.find(({ scope }) => scope === 'global')!.key)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('table', { name: 'Lambdas here and there' }).getByRole('row').nth(2).waitFor()
  await page.getByText('The instance refused the API key.').waitFor({ state: 'detached' })
  await proxy.close()
  await demo.close()
}, 60_000)
