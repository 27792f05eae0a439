import { parameter } from '../parameters.ts'
import { emptyRegistration, newPlayer, newUser } from '../samples/federated.ts'
import { twitterUser } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  twitterUser: {
    id: 1504418823,
    id_str: '1504418823',
    name: 'Ingrid Solberg',
    screen_name: 'ingridsolberg',
    email: 'ingrid.solberg@example.com',
    profile_image_url_https: 'https://cdn.example.com/avatars/ingrid_normal.png',
  },
  context: {},
}

export const twitterReconcile = identityProviderType({
  type: 'TwitterReconcile',
  provider: 'Twitter',
  purpose: "Fills the user and the registration from Twitter's Verify Credentials API.",
  since: '1.17.0',
  payload: [
    parameter('twitterUser', 'read-only', twitterUser, "The answer of Twitter's Verify Credentials API."),
  ],
  quirks: ['The number in id may be too large for JavaScript; id_str holds it as text.'],
  template: `// Twitter gives one name, which may be anything, and an e-mail address only to some apps.
/** @type {LambdaFunction} */
function reconcile(user, registration, twitterUser, context) {
  user.fullName = twitterUser.name ?? user.fullName
  user.imageUrl = twitterUser.profile_image_url_https ?? user.imageUrl

  // A handle may change hands, so keep the id too. Take the text: the number may be too large.
  registration.data = registration.data ?? {}
  registration.data.twitterId = twitterUser.id_str
  registration.data.twitterHandle = twitterUser.screen_name
}
`,
  samples: [
    { name: 'A full profile', input: typical },
    {
      name: 'No e-mail address and no picture',
      input: {
        user: newPlayer,
        registration: {},
        twitterUser: { id: 988124, id_str: '988124', name: 'Tomas', screen_name: 'tomas_h' },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: { fullName: 'Ingrid Solberg' },
        registration: { data: { twitterId: '1504418823', twitterHandle: 'ingridsolberg' } },
      },
    },
  },
  page: 'reconcile/twitter-reconcile',
})
