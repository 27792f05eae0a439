import { expect, test } from 'vitest'
import { dataLine } from '../../../../renderer/features/members/data-line.ts'
import { idsIn, withData } from '../../../../renderer/features/members/member-entries.ts'

const id = '25a872da-bb44-4af8-a43d-e7bcb5351ebc'

test('data for all goes to those who have none of their own', () => {
  const entries = [{ user: 'a@example.com' }, { user: 'b@example.com', data: { team: 'x' } }]
  expect(withData(entries, { team: 'y' })).toEqual([
    { user: 'a@example.com', data: { team: 'y' } },
    { user: 'b@example.com', data: { team: 'x' } },
  ])
  expect(withData(entries, {})).toEqual(entries)
})

test('ids are told from e-mails, each once', () => {
  const users = [id, id.toUpperCase(), ` ${id} `, 'a@example.com', 'not-an-id']
  expect(idsIn(users.map((user) => ({ user })))).toEqual([id])
})

test('member data fits on one line', () => {
  expect(dataLine({ team: 'north', level: 3, tags: ['a'] })).toBe('team: north, level: 3, tags: ["a"]')
  expect(dataLine({})).toBe('')
  expect(dataLine({ text: 'x'.repeat(500) })).toHaveLength(201)
})
