import { expect, test } from 'vitest'
import { orderedSources, sourceText } from '../../../../renderer/features/users/role-sources.ts'

test('each source of a role is named, and what is not certain comes last and is said so', () => {
  const sources = orderedSources({
    name: 'clerk',
    sources: [
      { kind: 'registration', certain: false },
      { kind: 'group', groupId: 'g', groupName: 'Staff' },
    ],
  })
  expect(sources.map(sourceText)).toEqual(['Group Staff', 'perhaps the registration as well'])
  expect(sourceText({ kind: 'registration', certain: true })).toBe('Registration')
})
