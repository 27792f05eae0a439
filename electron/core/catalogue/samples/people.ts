import type { JsonObject } from '../../../contract/json.ts'

/** The tenant and the applications that all samples speak of. */
export const tenantId = '8f7d3c52-1f0b-4f6e-9c3a-5b0c4f1d2e61'
export const applicationId = '3c219e58-ed0e-4b18-ad48-f4f92793ae32'
export const issuer = 'https://login.northwind.example'

/** The login that the samples begin with: 2026-03-02T08:15:30Z. */
export const loginInstant = 1_772_439_330_000
export const loginSeconds = loginInstant / 1000

/** A user with nearly everything: verified, registered, with data and a group. */
export const ingrid = {
  id: 'a4c1f5d2-7b3e-4c8f-9d21-6e0f3b9a7c54',
  tenantId,
  active: true,
  email: 'ingrid.solberg@example.com',
  firstName: 'Ingrid',
  lastName: 'Solberg',
  fullName: 'Ingrid Solberg',
  birthDate: '1988-05-17',
  username: 'ingrid',
  uniqueUsername: 'ingrid',
  usernameStatus: 'ACTIVE',
  mobilePhone: '+47 22 12 34 56',
  timezone: 'Europe/Oslo',
  preferredLanguages: ['nb', 'en'],
  verified: true,
  verifiedInstant: 1_741_081_200_000,
  insertInstant: 1_741_080_900_000,
  lastLoginInstant: loginInstant,
  lastUpdateInstant: 1_769_412_600_000,
  passwordChangeRequired: false,
  passwordLastUpdateInstant: 1_741_080_900_000,
  data: { plan: 'team', costCentre: '4120', tenants: ['oslo', 'bergen'] },
  identities: [
    {
      type: 'email',
      value: 'ingrid.solberg@example.com',
      displayValue: 'ingrid.solberg@example.com',
      primary: true,
      verified: true,
      verifiedInstant: 1_741_081_200_000,
      verifiedReason: 'Completed',
      insertInstant: 1_741_080_900_000,
      lastLoginInstant: loginInstant,
      lastUpdateInstant: 1_741_081_200_000,
    },
  ],
  memberships: [
    {
      id: 'd7e5c4b3-2a19-4f08-8e7d-6c5b4a392817',
      groupId: '5f6e7d8c-9bab-4c1d-8e2f-304152637485',
      userId: 'a4c1f5d2-7b3e-4c8f-9d21-6e0f3b9a7c54',
      insertInstant: 1_741_167_300_000,
      data: { source: 'hr' },
    },
  ],
  twoFactor: { methods: [{ id: '7K2M', method: 'authenticator', lastUsed: true }] },
} satisfies JsonObject

/** Ingrid's registration for the application of the samples. */
export const ingridsRegistration = {
  id: '19b8a7c6-d5e4-4f32-9102-1f2e3d4c5b6a',
  applicationId,
  roles: ['editor', 'viewer'],
  data: { theme: 'dark', seat: 17 },
  username: 'ingrid-s',
  usernameStatus: 'ACTIVE',
  timezone: 'Europe/Oslo',
  preferredLanguages: ['nb'],
  verified: true,
  verifiedInstant: 1_741_081_200_000,
  insertInstant: 1_741_080_960_000,
  lastLoginInstant: loginInstant,
  lastUpdateInstant: 1_769_412_600_000,
} satisfies JsonObject

/** A user as sparse as a real server has them: no names, no data, not verified. */
export const tomas = {
  id: 'c03e9f12-64b7-4d89-8abc-5ef0127d9378',
  tenantId,
  active: true,
  email: 'tomas@example.com',
  verified: false,
  insertInstant: 1_772_439_300_000,
  lastLoginInstant: loginInstant,
  lastUpdateInstant: 1_772_439_300_000,
} satisfies JsonObject
