import { emptyRegistration, newUser } from '../samples/federated.ts'
import { ingrid, ingridsRegistration } from '../samples/people.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = { user: newUser('ingrid@northwind.example'), registration: emptyRegistration, context: {} }

export const hyprReconcile = identityProviderType({
  type: 'HYPRReconcile',
  provider: 'HYPR',
  purpose: 'Adjusts the user and the registration at a login through HYPR.',
  runsWhen: 'During a login through HYPR, which always links users by their e-mail address.',
  since: '1.17.0',
  payload: [],
  quirks: ['HYPR sends nothing about the user: there are the user, the registration and the context alone.'],
  template: `// HYPR tells nothing about the user but who it is, so decide by what FusionAuth knows.
/** @type {LambdaFunction} */
function reconcile(user, registration, context) {
  const roles = registration.roles ?? []

  // Give colleagues their role at the first login, and keep what they have been given since.
  if (user.email?.endsWith('@northwind.example') && !roles.includes('employee')) {
    registration.roles = [...roles, 'employee']
  }
}
`,
  samples: [
    { name: 'First login of a colleague', input: typical },
    {
      name: 'A returning user',
      input: { user: ingrid, registration: ingridsRegistration, context: {} },
    },
    { name: 'Neither e-mail address nor roles', input: { user: { active: true }, registration: {} } },
  ],
  exampleCase: {
    input: typical,
    expect: { outcome: 'completed', arguments: { registration: { roles: ['employee'] } } },
  },
  page: 'reconcile/hypr-reconcile',
})
