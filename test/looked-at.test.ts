import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { notLookedAt, shownOn } from './e2e/looking/shown-on.ts'

const renderer = join(import.meta.dirname, '..', 'renderer')
const files = globSync('**/*.vue', { cwd: renderer })
const nameOf = (file: string): string => basename(file, '.vue')
const lookedAt = Object.values(shownOn).flatMap((walk) => Object.values(walk).flat<readonly string[]>())
const excepted = Object.values(notLookedAt).flat()

test('every component is on a screen that axe looks at in every theme, or it is said why not', () => {
  expect([...lookedAt, ...excepted].toSorted()).toEqual(files.map(nameOf).toSorted())
})

test('no dialog is left out', () => {
  const dialogs = files.filter((file) =>
    /<(StudioDialog|NameDialog|Modal)\b/.test(readFileSync(join(renderer, file), 'utf8')),
  )
  expect(dialogs.map(nameOf).filter((name) => excepted.includes(name))).toEqual([])
})
