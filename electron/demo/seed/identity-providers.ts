import type { Application, IdentityProviderFields, Lambda } from '../world/models.ts'
import { idOf, lambdaIds } from './lambdas.ts'
import { seedStamps, type Seeding } from './seeding.ts'

/** Four ways to log in with an account from elsewhere; one of them has no lambda. */
export function seedIdentityProviders(
  { world, random }: Seeding,
  lambdas: ReadonlyMap<string, Lambda>,
  applications: ReadonlyMap<string, Application>,
): void {
  const reconciled = (key: string): object => ({
    lambdaConfiguration: lambdaIds(lambdas, { reconcileId: key }),
  })
  const enabledFor = (...names: string[]): object => ({
    applicationConfiguration: Object.fromEntries(
      names.map((name) => [idOf(applications, name), { enabled: true, createRegistration: true }]),
    ),
  })
  const providers: IdentityProviderFields[] = [
    {
      name: 'Google',
      type: 'Google',
      enabled: true,
      buttonText: 'Login with Google',
      client_id: 'demo.apps.example.com',
      scope: 'openid profile email',
      linkingStrategy: 'LinkByEmail',
      ...reconciled('google'),
      ...enabledFor('Shop', 'Customer Portal'),
    },
    {
      name: 'Company directory',
      type: 'OpenIDConnect',
      enabled: true,
      debug: true,
      buttonText: 'Login with your company account',
      domains: ['example.com'],
      oauth2: {
        client_id: 'lambda-demo',
        issuer: 'https://directory.example.com',
        scope: 'openid profile email',
      },
      linkingStrategy: 'LinkByEmail',
      ...reconciled('openId'),
      ...enabledFor('Customer Portal', 'Support Desk'),
    },
    {
      name: 'Partner federation',
      type: 'SAMLv2',
      enabled: true,
      idpEndpoint: 'https://federation.example.org/saml',
      issuer: 'https://federation.example.org',
      linkingStrategy: 'LinkByEmailForExistingUser',
      ...reconciled('saml'),
      ...enabledFor('Partner Portal'),
    },
    {
      name: 'Apple',
      type: 'Apple',
      enabled: false,
      buttonText: 'Login with Apple',
      servicesId: 'com.example.demo',
      linkingStrategy: 'LinkByEmail',
      ...enabledFor('Shop'),
    },
  ]
  for (const provider of providers) world.identityProviders.put({ ...provider, ...seedStamps(random) })
}
