import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asSaved,
  bodyOf,
  isDisputed,
  isUnsaved,
  keepMine,
  otherText,
  takeTheirs,
  withDisk,
  type SavedText,
} from '../../../renderer/documents/document.ts'

const saved = (text: string): SavedText => ({ text, revision: `r-${text}` })
const clean = asSaved(bodyOf('roles'), saved('old'))
const edited = { ...clean, text: 'mine' }

describe('a file that another program changed', () => {
  test('is taken over where nothing is unsaved', () => {
    expect(withDisk(clean, saved('theirs'))).toEqual(asSaved(bodyOf('roles'), saved('theirs')))
  })

  test('is held against unsaved text, which stays', () => {
    const disputed = withDisk(edited, saved('theirs'))!
    expect(disputed.text).toBe('mine')
    expect(isDisputed(disputed)).toBe(true)
    expect(otherText(disputed)).toBe('theirs')
  })

  test('is no dispute where it now says what the user wrote', () => {
    expect(withDisk(edited, saved('mine'))).toEqual(asSaved(bodyOf('roles'), saved('mine')))
  })

  test('is no dispute any more once it was changed back', () => {
    const disputed = withDisk(edited, saved('theirs'))!
    expect(withDisk(disputed, saved('old'))).toEqual(edited)
  })
})

describe('a decision', () => {
  const disputed = withDisk(edited, saved('theirs'))!

  test('for the own text leaves it unsaved over what is on disk', () => {
    const kept = keepMine(disputed)
    expect(kept).toMatchObject({ text: 'mine', saved: saved('theirs'), note: null })
    expect(isUnsaved(kept)).toBe(true)
  })

  test('for the other text leaves nothing unsaved', () => {
    expect(takeTheirs(disputed)).toEqual(asSaved(bodyOf('roles'), saved('theirs')))
  })
})

test('a file that is gone closes a clean text and keeps an unsaved one', () => {
  expect(withDisk(clean, null)).toBeNull()
  const left = withDisk(edited, null)!
  expect(left).toMatchObject({ text: 'mine', note: { kind: 'deleted' } })
  const kept = keepMine(left)
  expect(kept).toMatchObject({ text: 'mine', saved: null, note: null })
  // What was decided is not asked again, however often the file is found to be gone.
  expect(withDisk(kept, null)).toBe(kept)
  expect(takeTheirs(left)).toBeNull()
})

test('whatever happens on disk, unsaved text is never lost', () => {
  const disk = fc.option(fc.constantFrom('old', 'theirs', 'mine', 'other').map(saved), { nil: null })
  fc.assert(
    fc.property(fc.array(disk, { minLength: 1 }), (readings) => {
      const end = readings.reduce<typeof edited | null>(
        (document, reading) => document && withDisk(document, reading),
        edited,
      )
      // Once the disk said the same as the user, nothing was unsaved any more.
      const wasEqual = readings.some((reading) => reading?.text === 'mine')
      expect(wasEqual || end?.text === 'mine').toBe(true)
    }),
  )
})
