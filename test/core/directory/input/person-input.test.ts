import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../electron/contract/json.ts'
import { lambdaTypes } from '../../../../electron/core/catalogue/catalogue.ts'
import { applicationId, ingrid, tenantId } from '../../../../electron/core/catalogue/samples/people.ts'
import { maskOf } from '../../../../electron/core/directory/input/mask-person.ts'
import { personInput } from '../../../../electron/core/directory/input/person-input.ts'
import type { Subject } from '../../../../electron/core/directory/input/subject.ts'

const user: JsonObject = {
  id: '0a7a5c0e-11d2-4b6f-8f5e-7d3c2b1a0f9e',
  tenantId: '11111111-2222-4333-8444-555555555555',
  active: true,
  email: 'mio.hayashi@firm.example.org',
  firstName: 'Mio',
  lastName: 'Hayashi',
  username: 'mhayashi',
  mobilePhone: '+81 3 1234 5678',
  birthDate: '1991-02-28',
  imageUrl: 'https://pictures.example.org/mio.png',
  verified: false,
  data: { plan: 'solo', note: 'Ask Mio Hayashi', contact: { phone: 81312345678 } },
  registrations: [],
  memberships: [],
}

const registration: JsonObject = {
  id: '99999999-2222-4333-8444-555555555555',
  applicationId: '22222222-2222-4333-8444-555555555555',
  roles: ['chief', 'clerk'],
  data: {},
}

const subject: Subject = {
  user,
  registration,
  application: { id: '22222222-2222-4333-8444-555555555555', name: 'Shop' },
  tenantId: '11111111-2222-4333-8444-555555555555',
  roles: ['chief', 'clerk'],
}

const typeOf = (name: string) => lambdaTypes.find(({ type }) => type === name)!

/** Lambda types that are about an entity or client instead of a user. */
const impersonal = ['ClientCredentialsJWTPopulate', 'CIMDClientRegistration']

describe.each(lambdaTypes.map((type) => [type.type, type] as const))('%s', (name, type) => {
  const { input, notes } = personInput(type, subject)
  const text = JSON.stringify(input)

  test('is given every parameter that its sample has', () => {
    expect(Object.keys(input)).toEqual(Object.keys(type.samples[0]!.input))
  })

  test('hears nothing of the person in the samples, unless it is not about a user', () => {
    const theirs = [
      ingrid.id,
      ingrid.firstName,
      ingrid.lastName,
      'ingrid',
      'FjordRunner',
      applicationId,
      tenantId,
    ]
    if (impersonal.includes(name)) expect(notes.join()).toContain('not about a user')
    else expect(theirs.filter((value) => text.includes(value))).toEqual([])
  })

  test('hears nothing of the person once masked, and the same every time', () => {
    const mask = maskOf(user, 1)
    const masked = JSON.stringify(mask(input))
    const own = [
      'Mio',
      'Hayashi',
      'mhayashi',
      'firm.example',
      '1234 5678',
      '81312345678',
      '02-28',
      'pictures',
    ]
    expect([user['id'] as string, ...own].filter((value) => masked.includes(value))).toEqual([])
    expect(JSON.stringify(maskOf(user, 1)(input))).toBe(masked)
  })
})

describe('claims', () => {
  test('of an access token are those of the person', () => {
    const { input } = personInput(typeOf('JWTPopulate'), subject)
    expect(input['jwt']).toMatchObject({
      sub: user['id'],
      email: user['email'],
      email_verified: false,
      aud: subject.application!.id,
      applicationId: subject.application!.id,
      tid: subject.tenantId,
      roles: ['chief', 'clerk'],
      preferred_username: 'mhayashi',
    })
    expect(input).toMatchObject({ user, registration })
  })

  test('that the person has no value for are left out', () => {
    const { firstName: _first, lastName: _last, username: _name, email: _email, ...sparse } = user
    const { input, notes } = personInput(typeOf('UserInfoPopulate'), { ...subject, user: sparse })
    expect(Object.keys(input['userInfo'] as JsonObject).sort()).toEqual(['email_verified', 'sub', 'tid'])
    expect(notes.join()).toContain('no e-mail')
  })

  test('of a SAML response and of an LDAP entry are those of the person', () => {
    const saml = personInput(typeOf('SAMLv2Reconcile'), subject).input['samlResponse'] as JsonObject
    expect(saml['assertion']).toMatchObject({
      attributes: { firstName: ['Mio'], lastName: ['Hayashi'], email: [user['email']] },
      subject: { nameIDs: [{ id: user['email'] }] },
    })
    const ldap = personInput(typeOf('LDAPConnectorReconcile'), subject).input['userAttributes']
    expect(ldap).toMatchObject({
      uid: 'mhayashi',
      mail: user['email'],
      cn: 'Mio Hayashi',
      entryUUID: user['id'],
    })
  })

  test('leave out roles and registration where the user is not registered, and say so', () => {
    const { input, notes } = personInput(typeOf('JWTPopulate'), { ...subject, registration: null, roles: [] })
    expect(input['registration']).toBeUndefined()
    expect(input['jwt']).not.toHaveProperty('roles')
    expect(notes.join()).toContain('not registered')
  })
})
