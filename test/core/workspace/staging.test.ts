import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { temporaryName } from '../../../electron/core/workspace/atomic-write.ts'
import { Staging } from '../../../electron/core/workspace/staging.ts'
import { WorkspaceFiles } from '../../../electron/core/workspace/workspace-files.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let folder: string
let files: WorkspaceFiles
const contents = [
  { place: ['lambda.js'], text: 'body' },
  { place: ['cases', 'example.json'], text: '{}' },
  { place: ['lambda.json'], text: 'settings' },
]

beforeEach(() => {
  folder = temporaryFolder()
  files = new WorkspaceFiles(folder)
})

test('a folder is nowhere until it is brought in, and then there whole', async () => {
  const staging = await Staging.in(files, ['lambdas'])
  const [a, b] = await Promise.all([staging.folder(contents), staging.folder(contents)])
  expect(readdirSync(join(folder, 'lambdas'))).toEqual([expect.stringMatching(temporaryName)])
  await a.bringIn('a')
  expect(readdirSync(join(folder, 'lambdas/a')).sort()).toEqual(['cases', 'lambda.js', 'lambda.json'])
  expect(readFileSync(join(folder, 'lambdas/a/cases/example.json'), 'utf8')).toBe('{}')
  expect(existsSync(join(folder, 'lambdas/b'))).toBe(false)
  await b.bringIn('b')
  staging.close()
  expect(readdirSync(join(folder, 'lambdas')).sort()).toEqual(['a', 'b'])
})

test('what is not brought in is gone when it is closed', async () => {
  const staging = await Staging.in(files, ['.studio', 'base', 'dev'])
  const kept = await staging.file('kept')
  await staging.file('let go')
  await kept.bringIn('a.json')
  staging.close()
  expect(readdirSync(join(folder, '.studio/base/dev'))).toEqual(['a.json'])
  expect(readFileSync(join(folder, '.studio/base/dev/a.json'), 'utf8')).toBe('kept')
  expect(readFileSync(join(folder, '.studio/.gitignore'), 'utf8')).toBe('*\n')
})

test('a file takes the place of the old one, a folder of somebody else stands', async () => {
  const staging = await Staging.in(files, ['lambdas'])
  writeFileSync(join(folder, 'lambdas/a.json'), 'old')
  await (await staging.file('new')).bringIn('a.json')
  expect(readFileSync(join(folder, 'lambdas/a.json'), 'utf8')).toBe('new')
  mkdirSync(join(folder, 'lambdas/a'))
  writeFileSync(join(folder, 'lambdas/a/lambda.js'), 'theirs')
  const late = await staging.folder(contents)
  await expect(late.bringIn('a')).rejects.toMatchObject({ code: 'write-failed' })
  staging.close()
  expect(readdirSync(join(folder, 'lambdas/a'))).toEqual(['lambda.js'])
  expect(readFileSync(join(folder, 'lambdas/a/lambda.js'), 'utf8')).toBe('theirs')
})

test('nothing is written through a link out of the workspace, or under an unsafe name', async () => {
  const outside = temporaryFolder()
  const staging = await Staging.in(files, ['lambdas'])
  const staged = await staging.folder(contents)
  await expect(staged.bringIn('../a')).rejects.toMatchObject({ code: 'unusable-name' })
  symlinkSync(outside, join(folder, 'linked'))
  await expect(Staging.in(files, ['linked'])).rejects.toMatchObject({ code: 'link-points-out' })
  expect(readdirSync(outside)).toEqual([])
})
