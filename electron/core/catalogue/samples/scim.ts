import type { JsonObject } from '../../../contract/json.ts'
import { issuer, tenantId } from './people.ts'

/** URN of the enterprise extension. */
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** A SCIM user as an HR system sends it. */
export const scimIngrid = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  externalId: 'hr-20417',
  userName: 'ingrid.solberg@northwind.example',
  active: true,
  name: { formatted: 'Ingrid Solberg', givenName: 'Ingrid', familyName: 'Solberg' },
  emails: [
    { value: 'ingrid@home.example', type: 'home', primary: false },
    { value: 'ingrid.solberg@northwind.example', type: 'work', primary: true },
  ],
  phoneNumbers: [{ value: '+47 22 12 34 56', type: 'work' }],
  [enterprise]: { employeeNumber: '20417', department: 'Finance', costCenter: '4120' },
} satisfies JsonObject

/** FusionAuth's group behind the SCIM group of the samples. */
export const editors = {
  id: '5f6e7d8c-9bab-4c1d-8e2f-304152637485',
  tenantId,
  name: 'Editors',
  data: { externalId: 'hr-group-12' },
  roles: {
    '3c219e58-ed0e-4b18-ad48-f4f92793ae32': [
      { id: 'a0b1c2d3-e4f5-4607-8192-a3b4c5d6e7f8', name: 'editor', isDefault: false },
    ],
  },
  insertInstant: 1_741_080_900_000,
  lastUpdateInstant: 1_769_412_600_000,
} satisfies JsonObject

/** URI of a user of FusionAuth's SCIM server. */
export const userUri = (id: string) => `${issuer}/api/scim/resource/v2/Users/${id}`
