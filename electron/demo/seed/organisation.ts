/** The tenants, applications and groups that the demo starts with. */
export const seedTenants = [
  { key: 'default', name: 'Default', issuer: 'demo.example.com' },
  { key: 'partners', name: 'Partners', issuer: 'partners.example.com' },
] as const

export type TenantKey = (typeof seedTenants)[number]['key']

export interface SeedApplication {
  readonly tenant: TenantKey
  readonly name: string
  /** The first role is the one that new registrations get. */
  readonly roles: readonly (readonly [name: string, description: string])[]
  readonly superRole: string
  /** Fields for lambdas, with the key of the lambda in each. */
  readonly lambdas: Readonly<Record<string, string>>
}

export const seedApplications: readonly SeedApplication[] = [
  {
    tenant: 'default',
    name: 'Customer Portal',
    roles: [
      ['viewer', 'May look at their own account'],
      ['editor', 'May change accounts'],
      ['admin', 'May do everything in the portal'],
    ],
    superRole: 'admin',
    lambdas: { accessTokenPopulateId: 'accessToken', userinfoPopulateId: 'userInfo' },
  },
  {
    tenant: 'default',
    name: 'Shop',
    roles: [
      ['customer', 'May buy'],
      ['clerk', 'May see and send orders'],
      ['manager', 'May change prices'],
    ],
    superRole: 'manager',
    lambdas: {
      accessTokenPopulateId: 'accessToken',
      idTokenPopulateId: 'idToken',
      selfServiceRegistrationValidationId: 'registration',
    },
  },
  {
    tenant: 'default',
    name: 'Support Desk',
    roles: [
      ['agent', 'Answers questions'],
      ['lead', 'Sees all questions and hands them out'],
    ],
    superRole: 'lead',
    lambdas: { samlv2PopulateId: 'samlPopulate' },
  },
  {
    tenant: 'partners',
    name: 'Partner Portal',
    roles: [
      ['member', 'Belongs to a partner'],
      ['owner', 'Speaks for a partner'],
    ],
    superRole: 'owner',
    lambdas: { accessTokenPopulateId: 'accessToken' },
  },
  {
    tenant: 'partners',
    name: 'Warehouse',
    roles: [
      ['picker', 'Collects orders'],
      ['dispatcher', 'Sends orders'],
      ['auditor', 'Counts stock'],
    ],
    superRole: 'auditor',
    lambdas: {},
  },
]

export interface SeedGroup {
  readonly tenant: TenantKey
  readonly name: string
  readonly description: string
  /** Roles as application and role name. */
  readonly roles: readonly (readonly [application: string, role: string])[]
  /** The part of the tenant's users who are members, from 0 to 1. */
  readonly share: number
}

export const seedGroups: readonly SeedGroup[] = [
  {
    tenant: 'default',
    name: 'Customers',
    description: 'Everybody who has bought something',
    roles: [['Shop', 'customer']],
    share: 0.625,
  },
  {
    tenant: 'default',
    name: 'Employees',
    description: 'Everybody on the payroll',
    roles: [['Customer Portal', 'viewer']],
    share: 0.08,
  },
  {
    tenant: 'default',
    name: 'Company Admins',
    description: 'May do everything everywhere',
    roles: [
      ['Customer Portal', 'admin'],
      ['Shop', 'manager'],
      ['Support Desk', 'lead'],
    ],
    share: 0.01,
  },
  {
    tenant: 'default',
    name: 'Support',
    description: 'Answers the phone and the mail',
    roles: [
      ['Support Desk', 'agent'],
      ['Customer Portal', 'editor'],
    ],
    share: 0.04,
  },
  {
    tenant: 'default',
    name: 'Support Leads',
    description: 'On call for the support desk',
    roles: [['Support Desk', 'lead']],
    share: 0.01,
  },
  {
    tenant: 'default',
    name: 'Shop Clerks',
    description: 'Packs and sends',
    roles: [['Shop', 'clerk']],
    share: 0.03,
  },
  { tenant: 'default', name: 'Newsletter', description: 'Wants to hear from us', roles: [], share: 0.12 },
  { tenant: 'default', name: 'Beta Testers', description: 'Sees new things first', roles: [], share: 0.05 },
  {
    tenant: 'partners',
    name: 'Partner Owners',
    description: 'One or two for each partner',
    roles: [['Partner Portal', 'owner']],
    share: 0.06,
  },
  {
    tenant: 'partners',
    name: 'Warehouse North',
    description: 'The hall at the harbour',
    roles: [['Warehouse', 'picker']],
    share: 0.3,
  },
  {
    tenant: 'partners',
    name: 'Warehouse South',
    description: 'The hall at the airport',
    roles: [
      ['Warehouse', 'picker'],
      ['Warehouse', 'dispatcher'],
    ],
    share: 0.3,
  },
  {
    tenant: 'partners',
    name: 'Auditors',
    description: 'Counts what is there',
    roles: [['Warehouse', 'auditor']],
    share: 0.02,
  },
]
