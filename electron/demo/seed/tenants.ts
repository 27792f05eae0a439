import type { Application, Connector, Lambda, Tenant } from '../world/models.ts'
import { idOf, lambdaIds } from './lambdas.ts'
import { seedApplications, seedTenants, type SeedApplication } from './organisation.ts'
import { seedStamps, type Seeding } from './seeding.ts'

type Lambdas = ReadonlyMap<string, Lambda>

export function seedConnector({ world, random }: Seeding, lambdas: Lambdas): Connector {
  return world.connectors.put({
    name: 'Warehouse directory',
    type: 'LDAP',
    debug: false,
    authenticationURL: 'ldaps://directory.example.com:636',
    baseStructure: 'ou=people,dc=example,dc=com',
    connectTimeout: 1000,
    readTimeout: 2000,
    identifyingAttribute: 'entryUUID',
    loginIdAttribute: 'uid',
    requestedAttributes: ['entryUUID', 'uid', 'mail', 'givenName', 'sn'],
    securityMethod: 'LDAPS',
    systemAccountDN: 'cn=reader,dc=example,dc=com',
    lambdaConfiguration: lambdaIds(lambdas, { reconcileId: 'ldap' }),
    ...seedStamps(random),
  })
}

export function seedAllTenants(
  seeding: Seeding,
  lambdas: Lambdas,
  connector: Connector,
): Map<string, Tenant> {
  const { world, random } = seeding
  return new Map(
    seedTenants.map(({ key, name, issuer }) => {
      const own = key === 'default' ? mainTenant(lambdas) : partnerTenant(connector)
      return [
        key,
        world.tenants.put({ name, issuer, state: 'Active', configured: true, ...own, ...seedStamps(random) }),
      ]
    }),
  )
}

function mainTenant(lambdas: Lambdas): object {
  return {
    lambdaConfiguration: lambdaIds(lambdas, {
      loginValidationId: 'login',
      scimUserRequestConverterId: 'scimUserRequest',
      scimUserResponseConverterId: 'scimUserResponse',
      scimGroupResponseConverterId: 'scimGroupResponse',
    }),
    oauthConfiguration: lambdaIds(lambdas, {
      clientCredentialsAccessTokenPopulateLambdaId: 'clientCredentials',
    }),
    scimServerConfiguration: { enabled: true },
    jwtConfiguration: { enabled: true, timeToLiveInSeconds: 3600, refreshTokenTimeToLiveInMinutes: 43200 },
  }
}

function partnerTenant(connector: Connector): object {
  return {
    connectorPolicies: [{ connectorId: connector.id, domains: ['*'], migrate: false }],
    jwtConfiguration: { enabled: true, timeToLiveInSeconds: 600, refreshTokenTimeToLiveInMinutes: 1440 },
  }
}

export function seedAllApplications(
  seeding: Seeding,
  lambdas: Lambdas,
  tenants: ReadonlyMap<string, Tenant>,
): Map<string, Application> {
  const { world } = seeding
  return new Map(
    seedApplications.map((application) => {
      const tenantId = idOf(tenants, application.tenant)
      return [
        application.name,
        world.applications.put(makeApplication(seeding, lambdas, tenantId, application)),
      ]
    }),
  )
}

function makeApplication(
  { random }: Seeding,
  lambdas: Lambdas,
  tenantId: string,
  { name, roles, superRole, lambdas: assigned }: SeedApplication,
): Application {
  return {
    name,
    tenantId,
    active: true,
    state: 'Active',
    lambdaConfiguration: lambdaIds(lambdas, assigned),
    jwtConfiguration: { enabled: true, timeToLiveInSeconds: 900 },
    loginConfiguration: { allowTokenRefresh: true, generateRefreshTokens: true, requireAuthentication: true },
    oauthConfiguration: {
      clientAuthenticationPolicy: 'Required',
      enabledGrants: ['authorization_code', 'refresh_token'],
      generateRefreshTokens: true,
    },
    roles: roles.map(([role, description], index) => ({
      name: role,
      description,
      isDefault: index === 0,
      isSuperRole: role === superRole,
      ...seedStamps(random),
    })),
    ...seedStamps(random),
  }
}
