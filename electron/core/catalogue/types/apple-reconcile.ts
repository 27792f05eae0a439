import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { ingrid, ingridsRegistration, loginSeconds } from '../samples/people.ts'
import { appleIdToken } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'

const relayAddress = 'x7k2m9q4wz@privaterelay.example'

const idToken = {
  iss: 'https://appleid.apple.com',
  aud: 'example.northwind.web',
  sub: '001482.5f2d7c9b41e84f0a8d36.0815',
  iat: loginSeconds,
  exp: loginSeconds + 86_400,
  email: relayAddress,
  email_verified: true,
  is_private_email: 'true',
}

const typical = {
  user: newUser(relayAddress),
  registration: emptyRegistration,
  idToken: { ...idToken, user: { name: { firstName: 'Ingrid', lastName: 'Solberg' } } },
  context: {},
}

export const appleReconcile = identityProviderType({
  type: 'AppleReconcile',
  provider: 'Apple',
  purpose: "Fills the user and the registration from Apple's id token.",
  since: '1.17.0',
  payload: [
    parameter(
      'idToken',
      'read-only',
      appleIdToken,
      "Claims of Apple's verified id token; at a user's first login with Apple's user object in it.",
    ),
  ],
  quirks: ["idToken.user is there at the user's first login only: a name that is not kept then is lost."],
  template: `// Apple tells the name once, at the first login: keep it then.
/** @type {LambdaFunction} */
function reconcile(user, registration, idToken, context) {
  const name = idToken.user?.name
  user.firstName = name?.firstName ?? user.firstName
  user.lastName = name?.lastName ?? user.lastName

  // A relay address works for mail that you send, but does not tell who the user is.
  registration.data = registration.data ?? {}
  registration.data.privateEmail = String(idToken.is_private_email) === 'true'
}
`,
  samples: [
    { name: 'First login, with the name', input: typical },
    {
      name: 'A later login, without the name',
      input: { user: ingrid, registration: ingridsRegistration, idToken, context: {} },
    },
    {
      name: 'A user who shares nothing',
      input: {
        user: { active: true },
        registration: {},
        idToken: { iss: idToken.iss, aud: idToken.aud, sub: idToken.sub },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { user: { firstName: 'Ingrid' }, registration: { data: { privateEmail: true } } },
    },
  },
  page: 'reconcile/apple-reconcile',
})
