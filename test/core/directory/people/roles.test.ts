import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRoles } from '../../../../electron/core/directory/people/compare-roles.ts'
import {
  effectiveRoles,
  type RoleGiver,
  type RoleHolder,
} from '../../../../electron/core/directory/people/effective-roles.ts'

const applicationId = fc.constantFrom('shop', 'desk')
const roleName = fc.constantFrom('admin', 'clerk', 'viewer')
const names = fc.uniqueArray(roleName)
const groupIds = ['g1', 'g2', 'g3'] as const

const giver = (id: string): fc.Arbitrary<RoleGiver> =>
  fc
    .dictionary(
      applicationId,
      names.map((list) => list.map((name) => ({ name }))),
    )
    .map((roles) => ({ id, name: id.toUpperCase(), roles }))
const groups = fc
  .tuple(...groupIds.map(giver))
  .map((list) => new Map<string, RoleGiver>(list.map((group) => [group.id, group])))
const memberships = fc
  .uniqueArray(fc.constantFrom(...groupIds, 'unknown'))
  .map((ids) => ids.map((groupId) => ({ groupId })))
const ownRoles = fc.uniqueArray(fc.record({ applicationId, roles: names }), {
  selector: (registration) => registration.applicationId,
})

type Groups = ReadonlyMap<string, RoleGiver>

/** As FusionAuth answers a user: with the roles of groups among those of registrations. */
function answered({ registrations, memberships: own }: RoleHolder, given: Groups): RoleHolder {
  return {
    memberships: own,
    registrations: registrations.map((registration) => ({
      ...registration,
      roles: [...new Set([...registration.roles, ...rolesByGroups(own, given, registration.applicationId)])],
    })),
  }
}

function rolesByGroups(own: RoleHolder['memberships'], groupsById: Groups, application: string): string[] {
  return own.flatMap(({ groupId }) =>
    (groupsById.get(groupId)?.roles[application] ?? []).map(({ name }) => name),
  )
}

describe('effective roles', () => {
  test('are those of the registration and of the groups, each with where it comes from', () => {
    fc.assert(
      fc.property(
        fc.record({ registrations: ownRoles, memberships }),
        groups,
        fc.boolean(),
        (holder, given, together) => {
          const user = together ? answered(holder, given) : holder
          for (const { applicationId: application, registered, roles, withheld } of effectiveRoles(
            user,
            given,
          )) {
            const own = holder.registrations.find((each) => each.applicationId === application)
            const byGroups = rolesByGroups(holder.memberships, given, application)
            expect(registered).toBe(own !== undefined)
            const expected = [...new Set([...(own?.roles ?? []), ...byGroups])].sort()
            expect((registered ? roles : withheld).map(({ name }) => name).sort()).toEqual(expected)
            expect(registered ? withheld : roles).toEqual([])
            for (const { name, sources } of [...roles, ...withheld]) {
              expect(sources.length).toBeGreaterThan(0)
              for (const source of sources) {
                if (source.kind === 'group')
                  expect(given.get(source.groupId)?.roles[application]).toContainEqual({ name })
                else if (source.certain) expect(own?.roles).toContain(name)
              }
            }
          }
        },
      ),
    )
  })

  test('are certain to be of the registration where no group gives them', () => {
    const given = new Map([['g1', { id: 'g1', name: 'G1', roles: { shop: [{ name: 'clerk' }] } }]])
    const user = {
      registrations: [{ applicationId: 'shop', roles: ['admin', 'clerk'] }],
      memberships: [{ groupId: 'g1' }],
    }
    expect(effectiveRoles(user, given)[0]?.roles).toEqual([
      { name: 'admin', sources: [{ kind: 'registration', certain: true }] },
      {
        name: 'clerk',
        sources: [
          { kind: 'registration', certain: false },
          { kind: 'group', groupId: 'g1', groupName: 'G1' },
        ],
      },
    ])
  })
})

describe('comparing', () => {
  const user = fc.record({ registrations: ownRoles, memberships })

  test('finds nothing where nothing changes', () => {
    fc.assert(
      fc.property(user, groups, (holder, given) => {
        const compared = { ...answered(holder, given), id: 'u', groupIdsAfter: ids(holder) }
        expect(compareRoles([compared], given, given)).toEqual([])
      }),
    )
  })

  test('finds exactly the roles that come and go, and is sure of those that certainly go', () => {
    fc.assert(
      fc.property(
        user,
        groups,
        groups,
        fc.uniqueArray(fc.constantFrom(...groupIds)),
        (holder, before, after, stays) => {
          const compared = { ...answered(holder, before), id: 'u', groupIdsAfter: stays }
          const differences = compareRoles([compared], before, after)
          for (const { applicationId: application, roles } of holder.registrations) {
            const had = new Set([...roles, ...rolesByGroups(holder.memberships, before, application)])
            const has = new Set([
              ...roles,
              ...rolesByGroups(
                stays.map((groupId) => ({ groupId })),
                after,
                application,
              ),
            ])
            const told = differences.filter((each) => each.applicationId === application)
            const of = (...kinds: string[]) =>
              told.filter(({ kind }) => kinds.includes(kind)).map(({ role }) => role)
            expect(of('gains').sort()).toEqual([...has].filter((role) => !had.has(role)).sort())
            const lost = [...had].filter((role) => !has.has(role))
            expect(of('loses', 'may-lose')).toEqual(expect.arrayContaining(lost))
            for (const role of of('loses')) expect(lost).toContain(role)
          }
        },
      ),
    )
  })

  const ids = ({ memberships: own }: RoleHolder): string[] => own.map(({ groupId }) => groupId)
})
