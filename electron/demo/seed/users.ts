import type { JsonObject } from '../../contract/json.ts'
import type { Application, Registration, User } from '../world/models.ts'
import type { Culture } from './cultures.ts'
import type { SeededGroup } from './groups.ts'
import { inOnePiece, type Random } from './random.ts'
import { joinedAt, type Seeding } from './seeding.ts'

interface Population {
  readonly count: number
  readonly cultures: readonly Culture[]
  readonly applications: readonly Application[]
  readonly groups: readonly SeededGroup[]
  /** The larger tenant first; it has four users in five. */
  readonly tenantIds: readonly [string, string]
}

/** What one tenant's users are drawn from; shared by all of them, because users are never changed in place. */
interface Stock {
  readonly tenantId: string
  readonly applications: readonly Application[]
  readonly groups: readonly SeededGroup[]
}

const domains = ['example.com', 'example.org', 'example.net']
const departments = ['Sales', 'Engineering', 'Finance', 'People', 'Logistics', 'Legal', 'Design', 'Research']
const plans = ['free', 'plus', 'business', 'enterprise']
const day = 24 * 60 * 60 * 1000

export function seedUsers({ world, random }: Seeding, population: Population): void {
  const [main, partners] = population.tenantIds.map((tenantId) => stockOf(tenantId, population))
  if (!main || !partners) return
  const data = population.cultures.map((culture) => dataPool(random, culture))
  const positions = new Map<string, number>()
  for (let index = 0; index < population.count; index += 1) {
    const stock = index % 5 === 4 ? partners : main
    const position = positions.get(stock.tenantId) ?? 0
    positions.set(stock.tenantId, position + 1)
    const culture = index % population.cultures.length
    const insertInstant = joinedAt(index, population.count)
    const drawn = { culture: population.cultures[culture], data: data[culture], index, insertInstant }
    const user = world.users.put(makeUser(random, stock, drawn))
    joinGroups({ world, random }, stock, user, position)
  }
}

function stockOf(tenantId: string, { applications, groups }: Population): Stock {
  return {
    tenantId,
    applications: applications.filter((application) => application.tenantId === tenantId),
    groups: groups.filter(({ group }) => group.tenantId === tenantId),
  }
}

function dataPool(random: Random, { cities, language }: Culture): JsonObject[] {
  return Array.from({ length: 48 }, () => ({
    department: random.pick(departments),
    plan: random.pick(plans),
    address: { city: random.pick(cities), country: language.slice(-2).toUpperCase() },
    ...(random.chance(0.1) && { suspended: true }),
  }))
}

interface Drawn {
  readonly culture: Culture | undefined
  readonly data: readonly JsonObject[] | undefined
  readonly index: number
  readonly insertInstant: number
}

function makeUser(random: Random, stock: Stock, { culture, data, index, insertInstant }: Drawn): User {
  if (!culture || !data) throw new RangeError('The seed has no culture to draw a user from.')
  const [first, last] = [random.pick(culture.firstNames), random.pick(culture.lastNames)]
  const lastUpdateInstant = insertInstant + random.below(60 * day)
  const plain = first.ascii && last.ascii ? `${first.ascii}.${last.ascii}` : 'user'
  return {
    id: random.uuid(),
    tenantId: stock.tenantId,
    active: !random.chance(0.03),
    verified: random.chance(0.9),
    email: inOnePiece(`${plain}.${index}@${random.pick(domains)}`),
    username: random.chance(0.3) ? inOnePiece(`${first.ascii || 'user'}${index}`) : undefined,
    firstName: first.text,
    lastName: last.text,
    fullName: inOnePiece(`${first.text} ${last.text}`),
    birthDate: birthDate(random),
    data: random.pick(data),
    preferredLanguages: culture.language === 'en' ? english : [culture.language, 'en'],
    timezone: culture.timezone,
    registrations: registrations(random, stock.applications, insertInstant),
    lastLoginInstant: lastUpdateInstant,
    insertInstant,
    lastUpdateInstant,
  }
}

const english = ['en']

function birthDate(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return inOnePiece(`${1945 + random.below(62)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`)
}

/** Most users are registered for one application, some for two, some for none. */
function registrations(
  random: Random,
  applications: readonly Application[],
  insertInstant: number,
): Registration[] {
  const first = random.below(applications.length)
  const count = [1, 1, 1, 1, 2, 2, 1, 1, 1, 0][random.below(10)] ?? 1
  return Array.from({ length: count }, (_, offset) => {
    const application = applications[(first + offset) % applications.length]
    if (!application) throw new RangeError('The seed has a tenant without applications.')
    const role = random.chance(0.85) ? application.roles[0] : random.pick(application.roles)
    return {
      id: random.uuid(),
      applicationId: application.id,
      roles: rolesNamed(role?.name),
      verified: true,
      lastLoginInstant: insertInstant,
      insertInstant,
      lastUpdateInstant: insertInstant,
    }
  })
}

const roleLists = new Map<string, readonly string[]>()

/** One list for each role, shared by all registrations. */
function rolesNamed(name = ''): readonly string[] {
  const known = roleLists.get(name) ?? [name]
  roleLists.set(name, known)
  return known
}

/** The first group of a tenant takes its share exactly, so that the size of the largest group is known. */
function joinGroups({ world, random }: Seeding, { groups }: Stock, user: User, position: number): void {
  groups.forEach(({ group, share }, index) => {
    const joins = index === 0 ? position % 8 < share * 8 : random.chance(share)
    if (!joins) return
    const data = random.chance(0.05) ? { invitedBy: 'demo' } : undefined
    world.members.put({
      id: random.uuid(),
      groupId: group.id,
      userId: user.id,
      data,
      insertInstant: user.insertInstant,
    })
  })
}
