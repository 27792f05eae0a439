import { expect, test } from 'vitest'
import { groupTypes } from '../../../../renderer/features/types/group-types.ts'
import { lambdaType } from '../../builders.ts'

const types = [
  lambdaType(),
  lambdaType({ type: 'SAMLv2Populate', displayName: 'SAML v2 Populate', family: 'SAML' }),
  lambdaType({ type: 'UserInfoPopulate', displayName: 'UserInfo Populate', aliases: ['OldName'] }),
]
const found = (search?: string) =>
  groupTypes(types, search).map(({ family, types: members }) => [family, ...members.map(({ type }) => type)])

test('types stand under their family in the order of the catalogue', () => {
  expect(found()).toEqual([
    ['Tokens', 'JWTPopulate', 'UserInfoPopulate'],
    ['SAML', 'SAMLv2Populate'],
  ])
})

test('every word of a search must occur, in whatever order', () => {
  expect(found('populate saml')).toEqual([['SAML', 'SAMLv2Populate']])
  expect(found('oldname')).toEqual([['Tokens', 'UserInfoPopulate']])
  expect(found('saml jwt')).toEqual([])
})
