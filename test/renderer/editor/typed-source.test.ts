import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { mapAnswer, mapArguments } from '../../../renderer/editor/map-positions.ts'
import { insert, toSource, toTyped, typeAnnotation } from '../../../renderer/editor/typed-source.ts'

const annotated = (source: string): string | undefined => {
  const insertion = typeAnnotation(ts, source, 'populate')
  return insertion && insert(source, insertion)
}

describe('the annotation', () => {
  test('stands right before the function', () => {
    expect(annotated('// mine\nfunction populate(jwt) {}')).toBe(
      '// mine\n/** @type {LambdaFunction} */ function populate(jwt) {}',
    )
  })

  test('is not put into a comment or a text that looks like the function', () => {
    expect(annotated('/*\nfunction populate(a) {}\n*/\nfunction populate(b) {}')).toBe(
      '/*\nfunction populate(a) {}\n*/\n/** @type {LambdaFunction} */ function populate(b) {}',
    )
  })

  test('leaves a function alone that carries types of its own', () => {
    expect(annotated('/** @type {LambdaFunction} */\nfunction populate(jwt) {}')).toBeUndefined()
    expect(annotated('/** @param {object} jwt */\nfunction populate(jwt) {}')).toBeUndefined()
  })

  test('is given to a function with a comment that has no types', () => {
    expect(annotated('/** Adds roles. @param jwt the token */\nfunction populate(jwt) {}')).toContain(
      'LambdaFunction',
    )
  })

  test('is given to no other function, and to none inside another', () => {
    expect(annotated('function other() { function populate() {} }')).toBeUndefined()
  })

  test('is given to a source that does not parse yet', () => {
    expect(annotated('function populate(jwt) {\n  jwt.')).toContain('LambdaFunction')
  })
})

describe('a position', () => {
  const insertion = { offset: 10, text: 'inserted' }

  test('survives the way there and back', () => {
    fc.assert(
      fc.property(fc.nat(1000), (offset) => {
        expect(toSource(toTyped(offset, insertion), insertion)).toBe(offset)
      }),
    )
  })

  test('in the inserted text lies where it was inserted', () => {
    expect(toSource(13, insertion)).toBe(10)
  })

  test('of a call is moved, whether it is a number or a span', () => {
    expect(mapArguments([4, 12, { start: 9, length: 5 }, [12], true], insertion)).toEqual([
      4,
      20,
      { start: 9, length: 13 },
      [12],
      true,
    ])
  })

  test('of an answer belongs to the file that is named around it', () => {
    const answer = [
      { fileName: 'lambda', textSpan: { start: 20, length: 3 } },
      { fileName: 'library', textSpan: { start: 20, length: 3 } },
      { start: 20, length: 3, file: { fileName: 'lambda', cyclic: {} } },
      { position: 20 },
    ]
    expect(mapAnswer(answer, 'lambda', (file) => (file === 'lambda' ? insertion : undefined))).toEqual([
      { fileName: 'lambda', textSpan: { start: 12, length: 3 } },
      { fileName: 'library', textSpan: { start: 20, length: 3 } },
      { start: 12, length: 3, file: { fileName: 'lambda', cyclic: {} } },
      { position: 12 },
    ])
  })
})
