import type { LambdaType } from '../world/lambda-types.ts'

/** One lambda that the demo starts with. */
export interface SeedLambda {
  readonly key: string
  readonly name: string
  readonly type: LambdaType
  readonly debug?: boolean
  readonly body: string
}

/**
 * None is an MFARequirement: the newest Java client in the Maven repository (1.53) does not know that type, and cannot
 * read a list of lambdas that has one.
 */
export const seedLambdas: readonly SeedLambda[] = [
  {
    key: 'accessToken',
    name: 'Access token: plan and department',
    type: 'JWTPopulate',
    body: `// Puts what our services decide by into the access token.
function populate(jwt, user, registration, context) {
  jwt.plan = (user.data && user.data.plan) || 'free';
  jwt.department = user.data && user.data.department;
  if (registration) {
    jwt.roles = registration.roles || [];
  }
}
`,
  },
  {
    key: 'idToken',
    name: 'Id token: profile',
    type: 'JWTPopulate',
    body: `// A friendlier id token for the shop's pages.
function populate(jwt, user, registration, context) {
  jwt.name = user.fullName || [user.firstName, user.lastName].filter(Boolean).join(' ');
  jwt.locale = (user.preferredLanguages || [])[0] || 'en';
  jwt.zoneinfo = user.timezone;
}
`,
  },
  {
    key: 'userInfo',
    name: 'UserInfo: groups',
    type: 'UserInfoPopulate',
    body: `// Tells the client how many groups the user is in.
function populate(userInfo, user, registration, jwt, context) {
  userInfo.group_count = (user.memberships || []).length;
  userInfo.plan = jwt.plan;
}
`,
  },
  {
    key: 'samlPopulate',
    name: 'SAML response: department',
    type: 'SAMLv2Populate',
    body: `// The help desk wants the department as an attribute.
function populate(samlResponse, user, registration, context) {
  samlResponse.assertion.attributes = samlResponse.assertion.attributes || {};
  samlResponse.assertion.attributes.department = [(user.data && user.data.department) || 'unknown'];
}
`,
  },
  {
    key: 'registration',
    name: 'Registration: no throwaway addresses',
    type: 'SelfServiceRegistrationValidation',
    body: `// Refuses addresses of mail services that throw mail away.
function validate(result, user, registration, formContext, context) {
  const blocked = ['mailinator.com', 'example.invalid'];
  const domain = (user.email || '').split('@')[1];
  if (blocked.includes(domain)) {
    result.errors.fieldErrors = result.errors.fieldErrors || {};
    result.errors.fieldErrors['user.email'] = [
      { code: '[blockedDomain]user.email', message: 'Please use another e-mail address.' },
    ];
  }
}
`,
  },
  {
    key: 'login',
    name: 'Login: block suspended accounts',
    type: 'LoginValidation',
    body: `// Suspended accounts stay out, whatever their password.
function validate(result, user, registration, context) {
  if (user.data && user.data.suspended) {
    result.errors.generalErrors = [
      { code: '[AccountSuspended]', message: 'This account is suspended. Please contact support.' },
    ];
  }
}
`,
  },
  {
    key: 'clientCredentials',
    name: 'Client credentials: environment',
    type: 'ClientCredentialsJWTPopulate',
    body: `// Services learn in which environment they talk to each other.
function populate(jwt, recipientEntity, targetEntities, permissions, context) {
  jwt.environment = (recipientEntity.data && recipientEntity.data.environment) || 'production';
}
`,
  },
  {
    key: 'scimUserRequest',
    name: 'SCIM user in',
    type: 'SCIMServerUserRequestConverter',
    body: `// From the directory's user to ours.
function convert(user, options, scimUser, context) {
  user.username = scimUser.userName;
  user.active = scimUser.active !== false;
  if (scimUser.name) {
    user.firstName = scimUser.name.givenName;
    user.lastName = scimUser.name.familyName;
  }
  const primary = (scimUser.emails || []).find((email) => email.primary) || (scimUser.emails || [])[0];
  if (primary) {
    user.email = primary.value;
  }
}
`,
  },
  {
    key: 'scimUserResponse',
    name: 'SCIM user out',
    type: 'SCIMServerUserResponseConverter',
    body: `// From our user to the directory's.
function convert(scimUser, user, context) {
  scimUser.active = user.active;
  scimUser.userName = user.username || user.email;
  scimUser.name = { givenName: user.firstName, familyName: user.lastName, formatted: user.fullName };
  scimUser.emails = user.email ? [{ primary: true, type: 'work', value: user.email }] : [];
}
`,
  },
  {
    key: 'scimGroupResponse',
    name: 'Groups for SCIM clients',
    type: 'SCIMServerGroupResponseConverter',
    body: `// From our group to the directory's.
function convert(scimGroup, group, members, context) {
  scimGroup.displayName = group.name;
  scimGroup.members = (members || []).map((member) => ({
    value: member.id,
    display: member.fullName || member.email || member.username,
  }));
}
`,
  },
  {
    key: 'openId',
    name: 'OpenID: company directory',
    type: 'OpenIDReconcile',
    debug: true,
    body: `// Takes name and roles over from the company directory.
function reconcile(user, registration, jwt, id_token, tokens, context) {
  console.info('Reconciling ' + jwt.sub);
  user.firstName = jwt.given_name;
  user.lastName = jwt.family_name;
  user.data.directoryId = jwt.sub;
  registration.roles = registration.roles || [];
  if ((jwt.groups || []).includes('portal-admins')) {
    registration.roles.push('admin');
  }
}
`,
  },
  {
    key: 'saml',
    name: 'SAML: partner login',
    type: 'SAMLv2Reconcile',
    body: `// Partners tell us their name in attributes of the assertion.
function reconcile(user, registration, samlResponse, context) {
  const attributes = samlResponse.assertion.attributes || {};
  const first = (name) => (attributes[name] || [])[0];
  user.firstName = first('firstName') || user.firstName;
  user.lastName = first('lastName') || user.lastName;
  user.data.company = first('company');
}
`,
  },
  {
    key: 'google',
    name: 'Google: picture and locale',
    type: 'GoogleReconcile',
    body: `// Keeps the picture and the language that Google knows.
function reconcile(user, registration, idToken, context) {
  user.imageUrl = idToken.picture || user.imageUrl;
  if (idToken.locale) {
    user.preferredLanguages = [idToken.locale.replace('-', '_')];
  }
}
`,
  },
  {
    key: 'ldap',
    name: 'LDAP: warehouse accounts',
    type: 'LDAPConnectorReconcile',
    body: `// Builds a user from the warehouse's old directory.
function reconcile(user, userAttributes, context) {
  user.id = userAttributes.entryUUID;
  user.username = userAttributes.uid;
  user.email = userAttributes.mail;
  user.firstName = userAttributes.givenName;
  user.lastName = userAttributes.sn;
  user.active = true;
  user.registrations = [];
}
`,
  },
]
