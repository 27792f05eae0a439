import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EngineType } from '../../../electron/contract/models/run.ts'
import { lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { listed } from './problems-of.ts'

const folder = join(import.meta.dirname, '../../fixtures/lambdas')

/** Each fixture with its type and exactly the problems that it has. */
const lambdas: readonly (readonly [name: string, type: string, problems: readonly string[]])[] = [
  ['apple-reconcile-first-login', 'AppleReconcile', ['info unguarded-data 6:3']],
  [
    'client-credentials-permissions',
    'ClientCredentialsJWTPopulate',
    ['warning reserved-claim 6:3', 'warning console-object 7:16'],
  ],
  [
    'external-jwt-reconcile-module',
    'ExternalJWTReconcile',
    ['error not-a-script 1:1', 'error not-a-script 3:1'],
  ],
  [
    'facebook-reconcile-swapped',
    'FacebookReconcile',
    ['warning parameter-order 1:20', 'warning parameter-order 1:34'],
  ],
  ['google-reconcile-domain', 'GoogleReconcile', ['error library-level 3:51', 'warning library-level 5:57']],
  ['jwt-api-key-in-body', 'JWTPopulate', ['warning hard-coded-secret 1:14', 'info fetch-cost 4:18']],
  ['jwt-base64', 'JWTPopulate', []],
  ['jwt-btoa-global', 'JWTPopulate', ['error unavailable-global 2:19', 'warning unavailable-global 4:20']],
  [
    'jwt-cache',
    'JWTPopulate',
    ['warning state-between-runs 5:3', 'warning state-between-runs 7:5', 'info fetch-cost 7:22'],
  ],
  ['jwt-expiry-by-role', 'JWTPopulate', []],
  [
    'jwt-fetch-browser',
    'JWTPopulate',
    [
      'error async-function 1:16',
      'warning await-fetch 2:20',
      'info fetch-cost 2:26',
      'warning fetch-response 3:16',
      'warning fetch-response 4:35',
    ],
  ],
  [
    'jwt-fetch-post-object',
    'JWTPopulate',
    [
      'info fetch-cost 2:20',
      'warning fetch-options 4:5',
      'warning fetch-body 6:11',
      'warning console-arguments 8:32',
    ],
  ],
  ['jwt-fetch-sync', 'JWTPopulate', ['info fetch-cost 3:20']],
  ['jwt-fetch-then', 'JWTPopulate', ['info fetch-cost 2:3', 'error fetch-response 3:6']],
  ['jwt-groups-through-helper', 'JWTPopulate', []],
  ['jwt-hasura-claims', 'JWTPopulate', ['warning unguarded-parameter 3:31']],
  ['jwt-modern', 'JWTPopulate', []],
  ['jwt-new-object', 'JWTPopulate', ['warning parameter-reassigned 2:3']],
  [
    'jwt-reserved-claims',
    'JWTPopulate',
    [
      'warning reserved-claim 2:3',
      'info may-only-shrink 4:3',
      'warning reserved-claim 5:10',
      'warning reserved-claim 7:24',
    ],
  ],
  [
    'jwt-roles-old-style',
    'JWTPopulate',
    ['warning unguarded-parameter 3:15', 'info return-value-ignored 7:3'],
  ],
  ['jwt-secret-service', 'JWTPopulate', ['info needs-version 2:15', 'info fetch-cost 3:20']],
  ['jwt-unregistered-early-return', 'JWTPopulate', []],
  ['jwt-user-data', 'JWTPopulate', []],
  ['ldap-reconcile-directory', 'LDAPConnectorReconcile', ['info frozen-when-linked 4:3']],
  [
    'ldap-reconcile-node-habits',
    'LDAPConnectorReconcile',
    [
      'error unavailable-global 1:16',
      'info frozen-when-linked 5:3',
      'error unavailable-global 6:7',
      'warning console-object 7:17',
      'error unavailable-global 11:1',
    ],
  ],
  [
    'login-validation-hours',
    'LoginValidation',
    ['warning unguarded-parameter 3:7', 'info unguarded-data 6:52', 'warning read-only-parameter 7:5'],
  ],
  ['mfa-requirement-threats', 'MFARequirement', ['info return-value-ignored 8:3']],
  [
    'nashorn-roles',
    'JWTPopulate',
    ['info nashorn 1:1', 'error language-level 2:3', 'warning library-level 4:23'],
  ],
  ['openid-reconcile-claims', 'OpenIDReconcile', []],
  ['openid-reconcile-graph', 'OpenIDReconcile', ['info fetch-cost 3:20', 'warning read-only-parameter 12:3']],
  [
    'openid-reconcile-unguarded-id-token',
    'OpenIDReconcile',
    ['warning parameter-order 1:40', 'info frozen-when-linked 2:3', 'info unguarded-data 3:3'],
  ],
  [
    'registration-validation-domain',
    'SelfServiceRegistrationValidation',
    ['warning parameter-order 1:47', 'info unguarded-data 9:30'],
  ],
  ['saml-populate-attributes', 'SAMLv2Populate', ['warning read-only-parameter 4:3']],
  ['saml-reconcile-attributes', 'SAMLv2Reconcile', ['info frozen-when-linked 7:3']],
  ['scim-group-request', 'SCIMServerGroupRequestConverter', []],
  ['scim-group-response', 'SCIMServerGroupResponseConverter', []],
  ['scim-user-request', 'SCIMServerUserRequestConverter', []],
  ['scim-user-response', 'SCIMServerUserResponseConverter', ['warning read-only-parameter 12:3']],
  ['twitter-reconcile-wrong-case', 'TwitterReconcile', ['error misnamed-function 1:10']],
  ['user-info-populate', 'UserInfoPopulate', ['warning reserved-claim 2:3', 'error unavailable-global 5:3']],
  [
    'xbox-reconcile-class',
    'XboxReconcile',
    ['error language-level 2:3', 'error language-level 2:3', 'info frozen-when-linked 12:3'],
  ],
]

const engineOf = (name: string): EngineType => (name.startsWith('nashorn') ? 'Nashorn' : 'GraalJS')

test('every fixture is checked', () => {
  const files = globSync('*.js', { cwd: folder }).map((file) => basename(file, '.js'))
  expect(lambdas.map(([name]) => name).sort()).toEqual(files.sort())
})

test.each(lambdas)('%s has exactly its problems', (name, type, problems) => {
  const body = readFileSync(join(folder, `${name}.js`), 'utf8')
  expect(listed(body, { type, engineType: engineOf(name) })).toEqual(problems)
})

describe('templates of the catalogue', () => {
  // A directory user is known by these fields, which a connector must fill.
  const told: Readonly<Record<string, readonly string[]>> = {
    LDAPConnectorReconcile: ['info frozen-when-linked 9:3', 'info frozen-when-linked 10:3'],
  }

  test.each(lambdaTypes)('$type has a template without a problem', ({ type, template }) => {
    expect(listed(template, { type })).toEqual(told[type] ?? [])
  })

  test.each(lambdaTypes)(
    'the template of $type has no problem on its first server',
    ({ type, template, since }) => {
      const problems = listed(template, { type, serverVersion: since }).filter((line) =>
        line.startsWith('error'),
      )
      expect(problems).toEqual([])
    },
  )
})
