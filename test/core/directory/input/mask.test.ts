import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../electron/contract/json.ts'
import { maskOf } from '../../../../electron/core/directory/input/mask-person.ts'
import { maskValue } from '../../../../electron/core/directory/input/mask-value.ts'

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'ö', 'A', 'B', 'Z'),
  minLength: 3,
  maxLength: 12,
})
const value = fc.oneof(
  word,
  fc.uuid(),
  fc.emailAddress(),
  fc.ipV4(),
  fc.webUrl(),
  fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString().slice(0, 10)),
  fc.tuple(word, word).map((words) => words.join(' ')),
  fc.integer({ min: 1_000_000 }).map((number) => `+49 ${number}`),
)

/** A value is of the first kind that fits: a URL may have an @ in it. */
const kinds: readonly RegExp[] = [
  /^https?:\/\/\S+$/i,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^[^\s@]+@[^\s@]+$/,
  /^\d{4}-\d\d-\d\d$/,
  /^(\d+\.){3}\d+$/,
  /^\+\d+ \d+$/,
]

test('the same value has the same mask, of its own kind and hardly ever itself', () => {
  fc.assert(
    fc.property(value, fc.integer(), (text, seed) => {
      const masked = maskValue(text, seed)
      expect(maskValue(text, seed)).toBe(masked)
      const kind = kinds.find((each) => each.test(text))
      if (kind) expect(masked).toMatch(kind)
      const isDate = /^\d{4}-/.test(text)
      if (!isDate) expect(masked).not.toBe(text)
    }),
  )
})

test('another seed has other masks', () => {
  expect(maskValue('mia@example.com', 1)).not.toBe(maskValue('mia@example.com', 2))
})

test('a whole name is masked as its parts are, and upper and lower case stay', () => {
  const [first, last] = [maskValue('Mia', 3), maskValue('Lund', 3)]
  expect(maskValue('Mia Lund', 3)).toBe(`${first} ${last}`)
  expect(maskValue('mia', 3)).toBe(first.toLowerCase())
  expect(maskValue('1988-05-17', 3)).toMatch(/^1988-\d\d-\d\d$/)
})

test('what is said of a user anywhere is masked, and the shape stays', () => {
  fc.assert(
    fc.property(word, word, fc.emailAddress(), (firstName, lastName, email) => {
      const user: JsonObject = { firstName, lastName, email, plan: 'team-7', data: { seat: 17, tags: ['ü'] } }
      const said = {
        user,
        text: `Dear ${firstName} ${lastName}, we wrote to ${email}`,
        list: [email, lastName],
      }
      const masked = maskOf(user, 5)(said) as JsonObject
      const text = JSON.stringify(masked)
      expect(text).not.toContain(email)
      expect(masked['list']).toEqual([maskValue(email, 5), maskValue(lastName, 5)])
      expect(masked['user']).toMatchObject({
        firstName: maskValue(firstName, 5),
        data: { seat: 17, tags: ['ü'] },
      })
      expect(Object.keys(masked)).toEqual(Object.keys(said))
    }),
  )
})
