import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StudioError } from '../../../../electron/contract/errors.ts'
import { parseMembers } from '../../../../electron/core/directory/members/parse-members.ts'

const user = fc.oneof(fc.uuid(), fc.constantFrom('mia@example.com', 'o.brien+x@sub.example.org'))

describe('a list', () => {
  test('gives every id and e-mail with its line, however they are set apart', () => {
    const separator = fc.constantFrom('\n', '\r\n', ', ', ';', ' ', '\t', '\n\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(user, separator), { minLength: 1 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('')
        const { entries, faults } = parseMembers(text)
        expect(entries.map((entry) => entry.user)).toEqual(parts.map(([word]) => word))
        expect(faults).toEqual([])
        for (const entry of entries) expect(text.split(/\r\n|\n/)[entry.line! - 1]).toContain(entry.user)
      }),
    )
  })

  test('tells the line of every word that names nobody', () => {
    const { entries, faults } = parseMembers('\uFEFFMia Lund <mia@example.com>\nnobody\n\n12345')
    expect(entries).toEqual([{ user: 'mia@example.com', line: 1 }])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [1, 'not-an-id'],
      [1, 'not-an-id'],
      [2, 'not-an-id'],
      [4, 'not-an-id'],
    ])
  })

  test('of 50,000 lines is read, and one beyond the bound is refused', () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => `user-${at}@example.com`)
    expect(parseMembers(lines.join('\n')).entries).toHaveLength(50_000)
    const tooMany = [...lines, ...lines, 'one@more.example'].join('\n')
    expect(() => parseMembers(tooMany)).toThrow(StudioError)
  })
})

describe('a CSV file', () => {
  test('gives back what was written to it, whatever the values', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'ä', ',', ';', '"', '\n', ' ', "'"), minLength: 1 })
    const trimmed = value.filter((text) => text.trim() !== '' && text === text.trim())
    fc.assert(
      fc.property(
        fc.array(fc.tuple(user, trimmed), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = stringify([['E-mail', 'city'], ...rows], { delimiter })
          const { format, entries, faults, dataColumns } = parseMembers(text)
          expect({ format, faults, dataColumns }).toEqual({
            format: 'csv',
            faults: [],
            dataColumns: ['city'],
          })
          expect(entries.map((entry) => [entry.user, entry.data])).toEqual(
            rows.map(([name, city]) => [name, { city }]),
          )
        },
      ),
    )
  })

  test('takes ids of users and members and data from its columns', () => {
    const text = [
      'userId,memberId,data,data.team,seat',
      'c0ffee00-0000-4000-8000-000000000001,c0ffee00-0000-4000-8000-000000000002,"{""level"": 3}",red,',
    ].join('\n')
    expect(parseMembers(text).entries).toEqual([
      {
        user: 'c0ffee00-0000-4000-8000-000000000001',
        id: 'c0ffee00-0000-4000-8000-000000000002',
        data: { level: 3, team: 'red' },
        line: 2,
      },
    ])
  })

  test('tells each faulty line and uses the others', () => {
    const text = [
      'email,data',
      'one@example.com,[1]',
      'two@example.com,not json',
      'nobody,{}',
      'three@example.com',
      ',{}',
      'four@example.com,{}',
      'fi"ve@example.com,{}',
      'six@example.com,"{}',
    ].join('\n')
    const { entries, faults } = parseMembers(text)
    expect(entries).toEqual([{ user: 'four@example.com', line: 7, data: {} }])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'data-not-object'],
      [3, 'data-not-object'],
      [4, 'not-an-id'],
      [5, 'csv-malformed'],
      [6, 'not-an-id'],
      [8, 'csv-malformed'],
      [9, 'csv-malformed'],
    ])
  })

  test('is never answered with anything but entries and faults', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '@', ',', '"', '\n', '{', '}', ';', '\r') })
    fc.assert(
      fc.property(cell, (text) => {
        const { entries, faults } = parseMembers(`email,data\n${text}`)
        for (const { line } of [...entries, ...faults]) expect(line).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
