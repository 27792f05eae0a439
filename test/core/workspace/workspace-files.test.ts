import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { WorkspaceFiles } from '../../../electron/core/workspace/workspace-files.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let folder: string
let outside: string
let files: WorkspaceFiles

beforeEach(async () => {
  folder = temporaryFolder()
  outside = await mkdtemp(join(tmpdir(), 'outside-'))
  files = new WorkspaceFiles(folder)
})

test('a file is written with the folders down to it and nothing else', async () => {
  await files.write(['lambdas', 'a', 'lambda.js'], 'x')
  expect(await readFile(join(folder, 'lambdas/a/lambda.js'), 'utf8')).toBe('x')
  expect(await readdir(join(folder, 'lambdas/a'))).toEqual(['lambda.js'])
})

test('local state is kept out of git', async () => {
  await files.write(['.studio', 'drafts', 'a', 'body.json'], '{}')
  expect(await readFile(join(folder, '.studio/.gitignore'), 'utf8')).toBe('*\n')
})

test('local state is kept out of git again after it was cleared away', async () => {
  await files.write(['.studio', 'drafts', 'a', 'body.json'], '{}')
  await rm(join(folder, '.studio'), { recursive: true })
  await files.write(['.studio', 'drafts', 'a', 'body.json'], '{}')
  expect(await readFile(join(folder, '.studio/.gitignore'), 'utf8')).toBe('*\n')
})

test('a gitignore that could not be written is written with the next file', async () => {
  await writeFile(join(folder, '.studio'), '')
  await expect(files.write(['.studio', 'x.json'], '{}')).rejects.toMatchObject({ code: 'file-gone' })
  await rm(join(folder, '.studio'))
  await files.write(['.studio', 'x.json'], '{}')
  expect(await readFile(join(folder, '.studio/.gitignore'), 'utf8')).toBe('*\n')
})

test('a gitignore of the user stays as it is', async () => {
  await mkdir(join(folder, '.studio'))
  await writeFile(join(folder, '.studio/.gitignore'), 'mine\n')
  await files.write(['.studio', 'drafts', 'a', 'body.json'], '{}')
  expect(await readFile(join(folder, '.studio/.gitignore'), 'utf8')).toBe('mine\n')
})

test.each([
  [['..', 'x']],
  [['lambdas', '../../x']],
  [['lambdas', 'a/b']],
  [['lambdas', '']],
  [['lambdas', 'nul']],
])('the place %j is refused', async (place) => {
  await expect(files.write(place, 'x')).rejects.toMatchObject({ code: 'unusable-name' })
})

describe('a link', () => {
  test('out of the workspace is not written through', async () => {
    await writeFile(join(outside, 'lambda.js'), 'theirs')
    await mkdir(join(folder, 'lambdas/a'), { recursive: true })
    await symlink(join(outside, 'lambda.js'), join(folder, 'lambdas/a/lambda.js'))
    await expect(files.write(['lambdas', 'a', 'lambda.js'], 'mine')).rejects.toMatchObject({
      code: 'link-points-out',
    })
    expect(await readFile(join(outside, 'lambda.js'), 'utf8')).toBe('theirs')
  })

  test('of a folder out of the workspace is not written, moved or deleted through', async () => {
    await writeFile(join(outside, 'lambda.js'), 'theirs')
    await mkdir(join(folder, 'lambdas'))
    await symlink(outside, join(folder, 'lambdas/a'))
    const place = ['lambdas', 'a', 'lambda.js']
    await expect(files.write(place, 'mine')).rejects.toMatchObject({ code: 'link-points-out' })
    await expect(files.move(place, ['lambdas', 'b'])).rejects.toMatchObject({ code: 'link-points-out' })
    await expect(files.remove(place)).rejects.toMatchObject({ code: 'link-points-out' })
    expect(await readdir(outside)).toEqual(['lambda.js'])
  })

  test('that leads nowhere is not written through', async () => {
    await mkdir(join(folder, 'lambdas/a'), { recursive: true })
    await symlink(join(outside, 'missing'), join(folder, 'lambdas/a/lambda.js'))
    await expect(files.write(['lambdas', 'a', 'lambda.js'], 'x')).rejects.toMatchObject({
      code: 'link-points-out',
    })
    expect(await readdir(outside)).toEqual([])
  })

  test('inside the workspace is followed', async () => {
    await mkdir(join(folder, 'lambdas/a'), { recursive: true })
    await mkdir(join(folder, 'shared'))
    await writeFile(join(folder, 'shared/body.js'), 'old')
    await symlink(join(folder, 'shared/body.js'), join(folder, 'lambdas/a/lambda.js'))
    await files.write(['lambdas', 'a', 'lambda.js'], 'new')
    expect(await readFile(join(folder, 'shared/body.js'), 'utf8')).toBe('new')
  })
})

test('a workspace that was deleted is not made anew', async () => {
  await rm(folder, { recursive: true })
  await expect(files.write(['lambdas', 'a', 'lambda.js'], 'x')).rejects.toMatchObject({
    code: 'workspace-gone',
  })
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})
