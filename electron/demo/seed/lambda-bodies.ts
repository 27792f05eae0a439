import { reconcileLambdas } from './reconcile-bodies.ts'
import type { SeedLambda } from './seed-lambda.ts'

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
  ...reconcileLambdas,
]
