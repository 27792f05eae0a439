import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  settings as definitions,
  settingValue,
  usualSettings,
  type SettingsState,
} from '../../../electron/contract/models/setting.ts'
import { fileSettings } from '../../../electron/core/settings/file-settings.ts'
import { readSettings } from '../../../electron/core/settings/read-settings.ts'
import { Settings } from '../../../electron/core/settings/settings.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let path: string
let told: SettingsState[]
let settings: Settings

beforeEach(() => {
  const folder = join(temporaryFolder(), 'config')
  path = join(folder, 'settings.json')
  mkdirSync(folder)
  told = []
  settings = new Settings(fileSettings(folder), (event, payload) => {
    if (event === 'settings.changed') told.push(payload as SettingsState)
  })
})
afterEach(() => settings.close())

const inFile = (): unknown => JSON.parse(readFileSync(path, 'utf8'))
const write = (held: unknown): void => writeFileSync(path, JSON.stringify(held))

test('every setting has its usual value where there is no file, and none is made', async () => {
  const state = await settings.read()
  expect(state).toEqual({ values: usualSettings, changed: [], faults: [], file: path, fileFault: null })
  expect(existsSync(path)).toBe(false)
})

test('a change is in the file, told once, and not as usual until it is reset', async () => {
  await settings.change('appearance.theme', 'dark')
  expect(inFile()).toEqual({ 'appearance.theme': 'dark' })
  expect(settings.now['appearance.theme']).toBe('dark')
  expect(told.map(({ changed }) => changed)).toEqual([['appearance.theme']])
  const state = await settings.reset('appearance.theme')
  expect(state.changed).toEqual([])
  expect(inFile()).toEqual({})
})

test('resetting all leaves what the studio keeps for itself in the same file', async () => {
  write({ recentWorkspaces: [], 'appearance.theme': 'dark', 'runs.time': 100 })
  await settings.reset(null)
  expect(inFile()).toEqual({ recentWorkspaces: [] })
})

test('a value that a setting does not take is refused with what it takes, and nothing is written', async () => {
  await expect(settings.change('runs.time', 10)).rejects.toMatchObject({
    code: 'setting-not-allowed',
    message: 'The setting runs.time takes a whole number from 50 to 60000.',
  })
  expect(existsSync(path)).toBe(false)
})

test('a value in the file that is not allowed is told; the others count, and the file stays as it is', async () => {
  const held = { 'runs.time': 'soon', 'appearance.theme': 'dark', 'appearance.thmee': 'dark' }
  write(held)
  const { values, faults } = await settings.read()
  expect(values['runs.time']).toBe(1000)
  expect(values['appearance.theme']).toBe('dark')
  expect(faults).toEqual([
    { id: 'runs.time', kind: 'value', given: '"soon"' },
    { id: 'appearance.thmee', kind: 'unknown', given: '"dark"' },
  ])
  await settings.change('confirm.delete', true)
  expect(inFile()).toEqual({ ...held, 'confirm.delete': true })
})

test('an edit of the file by another program is told', async () => {
  await settings.read()
  settings.watch()
  write({ 'appearance.theme': 'light' })
  await vi.waitFor(() => expect(told.at(-1)?.values['appearance.theme']).toBe('light'), { timeout: 10_000 })
})

describe('a file that becomes broken while the studio runs', () => {
  beforeEach(async () => {
    write({ 'appearance.theme': 'dark' })
    await settings.read()
    writeFileSync(path, '{ "appearance.theme": ')
  })

  test('counts as it was, and is told', async () => {
    const { values, fileFault } = await settings.read()
    expect(values['appearance.theme']).toBe('dark')
    expect(fileFault?.code).toBe('settings-not-json')
  })

  test('is not overwritten', async () => {
    await expect(settings.change('appearance.theme', 'light')).rejects.toMatchObject({
      code: 'settings-not-json',
    })
    expect(readFileSync(path, 'utf8')).toBe('{ "appearance.theme": ')
  })
})

test('a file that cannot be looked at is no reason to end, and is read once it can be', async () => {
  symlinkSync('settings.json', path)
  settings.watch()
  expect((await settings.read()).fileFault).toMatchObject({ code: 'settings-unusable' })
  rmSync(path)
  write({ 'appearance.theme': 'light' })
  await vi.waitFor(() => expect(told.at(-1)?.values['appearance.theme']).toBe('light'), { timeout: 10_000 })
})

test('a file that could not be opened at the start is read once the user has mended it', async () => {
  mkdirSync(path)
  expect((await settings.read()).fileFault).toMatchObject({ code: 'settings-unusable' })
  rmSync(path, { recursive: true })
  write({ 'appearance.theme': 'dark' })
  expect(await settings.read()).toMatchObject({ fileFault: null, values: { 'appearance.theme': 'dark' } })
})

test('a file that is broken at the start is kept beside, and told', async () => {
  writeFileSync(path, 'no JSON')
  const { fileFault } = await settings.read()
  expect(fileFault).toMatchObject({ code: 'settings-set-aside' })
  expect(fileFault?.message).toContain(`${path}.broken`)
  expect(readFileSync(`${path}.broken`, 'utf8')).toBe('no JSON')
})

test('whatever a file holds, every value is one that its setting takes, and the rest is told', () => {
  const ids = definitions.map(({ id }) => id)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), fc.jsonValue()), (held) => {
      const { values, faults } = readSettings(held)
      for (const setting of definitions) {
        expect(settingValue(setting).safeParse(values[setting.id]).success).toBe(true)
        const isGood = settingValue(setting).safeParse(held[setting.id]).success
        if (Object.hasOwn(held, setting.id)) expect(faults.some(({ id }) => id === setting.id)).toBe(!isGood)
      }
    }),
  )
})

describe('a file that is about to be edited', () => {
  const schemaOf = () => JSON.parse(readFileSync(join(path, '..', 'settings.schema.json'), 'utf8')) as object

  test('has its schema beside it, and what it holds stays', async () => {
    write({ 'appearance.theme': 'dark', recentWorkspaces: [] })
    expect(await settings.toEdit()).toBe(path)
    expect(inFile()).toEqual({
      $schema: './settings.schema.json',
      'appearance.theme': 'dark',
      recentWorkspaces: [],
    })
    expect((await settings.read()).faults).toEqual([])
  })

  test('is one of the schema exactly where every value is one that its setting takes', async () => {
    await settings.toEdit()
    const isOfSchema = new Ajv2020().compile(schemaOf())
    expect(isOfSchema(usualSettings)).toBe(true)
    const ids = definitions.map(({ id }) => id)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.jsonValue()), (held) => {
        expect(isOfSchema(held)).toBe(readSettings(held).faults.length === 0)
      }),
    )
  })

  test('names the schema of its user where it names one, and is left alone where it is not JSON', async () => {
    write({ $schema: './mine.json' })
    await settings.toEdit()
    expect(inFile()).toEqual({ $schema: './mine.json' })
    writeFileSync(path, '{ "appearance.theme": ')
    expect(await settings.toEdit()).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('{ "appearance.theme": ')
  })
})
