import { beforeAll, describe, expect, test } from 'vitest'
import { seedWorld } from '../../../electron/demo/seed/seed-world.ts'
import { endpoints } from '../../../electron/demo/routes/endpoints.ts'
import { lambdaTypes } from '../../../electron/demo/world/lambda-types.ts'
import { readOnlyPermissions } from '../../../electron/demo/seed/read-only-permissions.ts'
import { usersOfLambda } from '../../../electron/demo/world/assignments.ts'
import type { World } from '../../../electron/demo/world/world.ts'
import { brokenInvariants } from '../../helpers/demo-invariants.ts'

let world: World

beforeAll(async () => {
  world = await seedWorld(500, undefined)
})

function contents(of: World): unknown {
  const { lambdas, tenants, applications, identityProviders, connectors, groups, members, users, eventLogs } =
    of
  return [
    lambdas,
    tenants,
    applications,
    identityProviders,
    connectors,
    groups,
    members,
    users,
    eventLogs,
  ].map((rows) => [...rows.values()])
}

const keysOf = (of: World): string[] => of.apiKeys.list().map(({ key }) => key)

describe('the seeded world', () => {
  test('holds what it says', () => {
    const {
      lambdas,
      tenants,
      applications,
      identityProviders,
      connectors,
      groups,
      members,
      users,
      eventLogs,
    } = world
    expect([tenants.size, applications.size, identityProviders.size, connectors.size]).toEqual([2, 5, 4, 1])
    expect([groups.size, users.size, lambdas.size]).toEqual([12, 500, 14])
    expect(members.size).toBeGreaterThan(300)
    expect(eventLogs.size).toBeGreaterThan(14)
    expect(brokenInvariants(world)).toEqual([])
  })

  test('has no lambda of a type that published clients fail on', () => {
    expect(world.lambdas.list().map(({ type }) => type)).not.toContain('MFARequirement')
  })

  test('has lambdas of different types, each of them in use', () => {
    const types = world.lambdas.list().map(({ type }) => type)
    expect(new Set(types).size).toBe(13)
    expect(types.every((type) => lambdaTypes.includes(type))).toBe(true)
    for (const { id, name } of world.lambdas.values()) {
      expect([name, usersOfLambda(world, id)]).not.toEqual([name, []])
    }
  })

  test('has users in many languages, in both tenants, with unique names', () => {
    const users = world.users.list()
    expect(new Set(users.map(({ timezone }) => timezone)).size).toBeGreaterThan(12)
    expect(users.some(({ fullName }) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(fullName!))).toBe(true)
    expect(users.some(({ fullName }) => /[\u0590-\u05ff]/.test(fullName!))).toBe(true)
    expect(new Set(users.map(({ email }) => email)).size).toBe(500)
    expect(users.every(({ email }) => /@example\.(com|org|net)$/.test(email!))).toBe(true)
    expect(new Set(users.map(({ tenantId }) => tenantId)).size).toBe(2)
    expect(users.some(({ registrations }) => registrations.length === 0)).toBe(true)
  })

  test('is the same for the same seed, also without one, and another for another', async () => {
    const [again, seven, alsoSeven] = await Promise.all([
      seedWorld(500, undefined),
      seedWorld(50, 7),
      seedWorld(50, 7),
    ])
    expect(contents(again)).toEqual(contents(world))
    expect(contents(alsoSeven)).toEqual(contents(seven))
    expect(contents(await seedWorld(50, 8))).not.toEqual(contents(seven))
  })

  test('has keys that are the same for a seed that was asked for, and random without', async () => {
    expect(keysOf(await seedWorld(1, 7))).toEqual(keysOf(await seedWorld(9, 7)))
    expect(keysOf(await seedWorld(1, undefined))).not.toEqual(keysOf(world))
    expect(new Set(keysOf(world)).size).toBe(3)
  })

  test('has a read-only key whose permissions name endpoints that are there', () => {
    const known = new Set(endpoints.map(({ permission }) => permission))
    expect(Object.keys(readOnlyPermissions).filter((name) => !known.has(name))).toEqual([])
  })

  test('has ids that are UUIDs of version 4', () => {
    const ids = [...world.users.values(), ...world.members.values()].map(({ id }) => id)
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('can be without users', async () => {
    expect(brokenInvariants(await seedWorld(0, 1))).toEqual([])
  })
})
