import { defineLambdaType } from '../define.ts'
import { context, parameter } from '../parameters.ts'
import { frozenLoginNames } from '../rules.ts'
import { tenantId } from '../samples/people.ts'
import { ldapAttributes } from '../shapes/ldap-attributes.ts'
import { user as userShape } from '../shapes/user.ts'

/** As the connector hands it over: lists that are empty on every run. */
const blankUser = { active: true, tenantId, data: {}, registrations: [], memberships: [] }

const typical = {
  user: blankUser,
  userAttributes: {
    uid: 'ingrid',
    mail: 'ingrid.solberg@northwind.example',
    cn: 'Ingrid Solberg',
    givenName: 'Ingrid',
    sn: 'Solberg',
    entryUUID: 'a4c1f5d2-7b3e-4c8f-9d21-6e0f3b9a7c54',
    memberOf: ['cn=staff,ou=groups,dc=northwind,dc=example', 'cn=editors,ou=groups,dc=northwind,dc=example'],
  },
  context: {},
}

/** Source of the rules: FusionAuth's page on the LDAP connector reconcile lambda. */
export const ldapConnectorReconcile = defineLambdaType({
  type: 'LDAPConnectorReconcile',
  displayName: 'LDAP Connector Reconcile',
  family: 'Connectors',
  purpose: "Builds the FusionAuth user from the attributes of the user's directory entry.",
  runsWhen: 'Every time the LDAP connector authenticates a user.',
  notRunWhen: [],
  functionName: 'reconcile',
  parameters: [
    parameter(
      'user',
      'mutable',
      userShape,
      'The user to build: set id, and email or username; registrations and memberships may be set. email and username only until the user is linked.',
    ),
    parameter(
      'userAttributes',
      'read-only',
      ldapAttributes,
      'What the directory answered, by the names of the attributes that the connector asks for.',
    ),
    context,
  ],
  reserved: ['user.email (after link)', 'user.username (after link)'],
  rules: frozenLoginNames,
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'user-reconciled',
      message:
        'FusionAuth saves the user as it is kept here, with these registrations and memberships in place of the stored ones.',
    },
    threw: {
      code: 'login-failed',
      message: 'The login through this connector fails, and the event log gets an Error entry.',
    },
  },
  since: '1.18.0',
  licence: 'Connectors (a licensed feature; the plan is not documented with the lambda)',
  assignedAt: [
    {
      object: 'connector',
      apiField: 'connector.lambdaConfiguration.reconcileId',
      ui: 'Settings > Connectors > LDAP > Reconcile lambda',
    },
  ],
  quirks: [
    'There is no registration parameter: set user.registrations.',
    'user.registrations and user.memberships are empty on every run and replace what is stored (issue 1220).',
    'An attribute that was asked for with ;binary comes as Base64; FusionAuth.ActiveDirectory.b64GuidToString reads an objectGUID (since 1.19.7).',
    "The example in FusionAuth's documentation does not parse: it has roles = [...] inside an object literal.",
  ],
  template: `// Only the attributes that the connector asks for are there.
/** @type {LambdaFunction} */
function reconcile(user, userAttributes, context) {
  // FusionAuth needs an id that never changes. Active Directory has a binary one, others have a text.
  const guid = userAttributes['objectGUID;binary']
  user.id = guid ? FusionAuth.ActiveDirectory.b64GuidToString(guid) : userAttributes.entryUUID

  // It also needs an e-mail address or a username.
  user.email = userAttributes.mail ?? userAttributes.userPrincipalName
  user.username = userAttributes.uid
  user.firstName = userAttributes.givenName
  user.lastName = userAttributes.sn
  user.fullName = userAttributes.cn

  // Registrations replace what is stored, so set all of them on every run.
  // An attribute with one value is a text, with several a list.
  const memberOf = userAttributes.memberOf ?? []
  const groups = Array.isArray(memberOf) ? memberOf : [memberOf]
  const isEditor = groups.some((group) => String(group).startsWith('cn=editors,'))
  user.registrations = [
    // Your application's id.
    { applicationId: '3c219e58-ed0e-4b18-ad48-f4f92793ae32', roles: isEditor ? ['editor'] : ['viewer'] },
  ]
}
`,
  samples: [
    { name: 'An entry of OpenLDAP', input: typical },
    {
      name: 'An entry of Active Directory',
      input: {
        user: blankUser,
        userAttributes: {
          'objectGUID;binary': '0vXBpD57j0ydIW4PO5p8VA==',
          userPrincipalName: 'ingrid@northwind.example',
          givenName: 'Ingrid',
          sn: 'Solberg',
          cn: 'Ingrid Solberg',
          memberOf: 'cn=staff,ou=groups,dc=northwind,dc=example',
        },
        context: {},
      },
    },
    {
      name: 'An entry with a login name and an id alone',
      input: {
        user: { active: true },
        userAttributes: { uid: 'tomas', entryUUID: 'c03e9f12-64b7-4d89-8abc-5ef0127d9378' },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: {
          id: 'a4c1f5d2-7b3e-4c8f-9d21-6e0f3b9a7c54',
          email: 'ingrid.solberg@northwind.example',
          registrations: [{ roles: ['editor'] }],
        },
      },
    },
  },
  page: 'reconcile/ldap-connector-reconcile',
})
