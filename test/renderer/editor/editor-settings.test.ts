import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { chosenOptions } from '../../../renderer/editor/editor-options.ts'
import { useEditorSettings } from '../../../renderer/editor/editor-settings-store.ts'

const key = 'studio.editor'

/** The settings as a page that was just loaded has them. */
function load(): ReturnType<typeof useEditorSettings> {
  setActivePinia(createPinia())
  return useEditorSettings()
}

beforeEach(() => localStorage.clear())

test('a first visit has the usual settings', () => {
  const { fontSize, minimap, wordWrap } = load()
  expect({ fontSize, minimap, wordWrap }).toEqual({ fontSize: 13, minimap: false, wordWrap: false })
})

test('what was chosen is there on the next visit', () => {
  const settings = load()
  settings.enlarge(3)
  settings.minimap = true
  settings.wordWrap = true
  const { fontSize, minimap, wordWrap } = load()
  expect({ fontSize, minimap, wordWrap }).toEqual({ fontSize: 16, minimap: true, wordWrap: true })
})

test('the text is 8 to 32 pixels high, in whole pixels', () => {
  const settings = load()
  settings.fontSize = 4
  expect(settings.fontSize).toBe(8)
  settings.fontSize = 1000
  expect(settings.fontSize).toBe(32)
  settings.fontSize = 14.6
  expect(settings.fontSize).toBe(15)
  settings.resetFontSize()
  expect(settings.fontSize).toBe(13)
})

test.each([
  ['no JSON', '{"fontSize":'],
  ['no object', '[16]'],
  ['a size that the editors do not take', '{"fontSize":400}'],
  ['another kind of value', '{"fontSize":"16"}'],
])('stored settings that are %s are as usual', (_what, stored) => {
  localStorage.setItem(key, stored)
  expect(load().fontSize).toBe(13)
})

test('one setting that cannot be leaves the others as they were chosen', () => {
  localStorage.setItem(key, '{"fontSize":400,"minimap":true}')
  expect(load().minimap).toBe(true)
})

test('lines grow with their text', () => {
  const settings = load()
  expect(chosenOptions(settings)).toMatchObject({ fontSize: 13, lineHeight: 20 })
  settings.fontSize = 26
  expect(chosenOptions(settings)).toMatchObject({ fontSize: 26, lineHeight: 40 })
})
