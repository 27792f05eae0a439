import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { suggestedFolder } from '../../../electron/core/workspace/suggested-folder.ts'

const newHome = (): string => mkdtempSync(join(tmpdir(), 'home-'))

test('a folder that the user named is offered as it is', async () => {
  expect(await suggestedFolder('/home/ada/here', newHome())).toBe('/home/ada/here')
})

test('a new folder in the documents is offered, or in the home folder where there are none', async () => {
  const home = newHome()
  expect(await suggestedFolder(undefined, home)).toBe(join(home, 'lambdas'))
  mkdirSync(join(home, 'Documents'))
  expect(await suggestedFolder(undefined, home)).toBe(join(home, 'Documents', 'lambdas'))
})

test('a name that is taken gets the first free number', async () => {
  const home = newHome()
  mkdirSync(join(home, 'lambdas'))
  mkdirSync(join(home, 'lambdas-2'))
  expect(await suggestedFolder(undefined, home)).toBe(join(home, 'lambdas-3'))
})
