import type { SeedLambda } from './seed-lambda.ts'

/** Lambdas that take over what others say of a user: identity providers and directories. */
export const reconcileLambdas: readonly SeedLambda[] = [
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
