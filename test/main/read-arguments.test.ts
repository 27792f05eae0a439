import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readArguments } from '../../electron/main/read-arguments.ts'

const cwd = resolve('/work')
const read = (...args: string[]) => readArguments({ args, cwd })

test('a folder is named by itself or by --workspace, from where the command was given', () => {
  expect(read('identity').folders).toEqual([join(cwd, 'identity')])
  expect(read('--workspace=identity').folders).toEqual([join(cwd, 'identity')])
})

test('the files that stand for a workspace name their folder', () => {
  expect(read('identity/studio.json').folders).toEqual([join(cwd, 'identity')])
  expect(read('identity/identity.lambda-studio').folders).toEqual([join(cwd, 'identity')])
})

test('links are kept as they came', () => {
  expect(read('LAMBDA-studio://open?lambda=a')).toEqual({
    folders: [],
    links: ['LAMBDA-studio://open?lambda=a'],
  })
})

test('switches of Chromium and empty arguments name nothing', () => {
  expect(read('--no-sandbox', '--enable-features=X', '-v', '', '--workspace=')).toEqual({
    folders: [],
    links: [],
  })
})
