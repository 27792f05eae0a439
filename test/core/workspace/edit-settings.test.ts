import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { setInstanceId } from '../../../electron/core/workspace/save-lambda.ts'
import { editStudioFile } from '../../../electron/core/workspace/studio-file.ts'
import { WorkspaceFiles } from '../../../electron/core/workspace/workspace-files.ts'
import { putFile, temporaryFolder } from '../../helpers/workspace-studio.ts'

const id = 'b1a2c3d4-0000-4000-8000-000000000001'
let folder: string
let files: WorkspaceFiles

beforeEach(() => {
  folder = temporaryFolder()
  files = new WorkspaceFiles(folder)
})

test('the id on an instance is set among the others by name, and taken away', async () => {
  await putFile(join(folder, 'lambdas/a/lambda.json'), {
    name: 'a',
    type: 'JWTPopulate',
    ids: { prod: id },
    own: 1,
  })
  await setInstanceId(files, 'a', { instance: 'dev', id })
  const read = async () =>
    JSON.parse(await readFile(join(folder, 'lambdas/a/lambda.json'), 'utf8')) as { ids: object }
  expect(JSON.stringify(await read())).toBe(
    JSON.stringify({ name: 'a', type: 'JWTPopulate', ids: { dev: id, prod: id }, own: 1 }),
  )
  await setInstanceId(files, 'a', { instance: 'prod', id: null })
  expect((await read()).ids).toEqual({ dev: id })
})

test('studio.json keeps what it does not know, and one that is broken is not written over', async () => {
  await putFile(join(folder, 'studio.json'), { version: 1, theme: 'own' })
  expect(await editStudioFile(files, { ecmaVersion: 2022 })).toMatchObject({
    ecmaVersion: 2022,
    theme: 'own',
  })
  await writeFile(join(folder, 'studio.json'), '{ oops')
  await expect(editStudioFile(files, { ecmaVersion: 2023 })).rejects.toMatchObject({ code: 'not-json' })
  expect(await readFile(join(folder, 'studio.json'), 'utf8')).toBe('{ oops')
})
