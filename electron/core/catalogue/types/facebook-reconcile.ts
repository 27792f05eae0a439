import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { facebookUser } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  facebookUser: {
    id: '10220482913377451',
    email: 'ingrid.solberg@example.com',
    first_name: 'Ingrid',
    middle_name: 'Marie',
    last_name: 'Solberg',
    name: 'Ingrid Marie Solberg',
    birthday: '05/17/1988',
    picture: { data: { is_silhouette: false, url: 'https://cdn.example.com/avatars/ingrid.png' } },
  },
  context: {},
}

export const facebookReconcile = identityProviderType({
  type: 'FacebookReconcile',
  provider: 'Facebook',
  purpose: "Fills the user and the registration from Facebook's Me API.",
  since: '1.17.0',
  payload: [parameter('facebookUser', 'read-only', facebookUser, "The answer of Facebook's Me API.")],
  quirks: ['The birthday is MM/DD/YYYY, where FusionAuth wants YYYY-MM-DD.'],
  template: `// Facebook leaves out whatever the user does not share.
/** @type {LambdaFunction} */
function reconcile(user, registration, facebookUser, context) {
  user.firstName = facebookUser.first_name ?? user.firstName
  user.middleName = facebookUser.middle_name ?? user.middleName
  user.lastName = facebookUser.last_name ?? user.lastName
  user.fullName = facebookUser.name ?? user.fullName

  // Facebook writes MM/DD/YYYY, and less of it for a user who shares less; FusionAuth wants YYYY-MM-DD.
  const [month, day, year] = (facebookUser.birthday ?? '').split('/')
  if (year) {
    user.birthDate = [year, month, day].join('-')
  }

  // A silhouette is no picture.
  const picture = facebookUser.picture?.data
  if (picture?.url && !picture.is_silhouette) {
    user.imageUrl = picture.url
  }
}
`,
  samples: [
    { name: 'A full profile', input: typical },
    {
      name: 'A birthday without a year, and no picture of its own',
      input: {
        user: newUser('tomas@example.com'),
        registration: emptyRegistration,
        facebookUser: {
          id: '10220482913377452',
          first_name: 'Tomas',
          birthday: '11/03',
          picture: { data: { is_silhouette: true, url: 'https://cdn.example.com/avatars/none.png' } },
        },
        context: {},
      },
    },
    {
      name: 'An id alone',
      input: { user: { active: true }, registration: {}, facebookUser: { id: '10220482913377453' } },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: { birthDate: '1988-05-17', imageUrl: 'https://cdn.example.com/avatars/ingrid.png' },
      },
    },
  },
  page: 'reconcile/facebook-reconcile',
})
