import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planLink } from '../../electron/main/plan-link.ts'

const recent = [
  { folder: '/home/ada/identity', name: 'identity', openedAt: '2026-01-01T00:00:00Z', exists: true },
  { folder: '/home/ada/shop', name: 'shop', openedAt: '2026-01-01T00:00:00Z', exists: true },
  { folder: '/old/shop', name: 'shop', openedAt: '2026-01-01T00:00:00Z', exists: true },
  { folder: '/home/ada/gone', name: 'gone', openedAt: '2026-01-01T00:00:00Z', exists: false },
]

describe('a link', () => {
  test.each([
    [
      'lambda-studio://open?workspace=identity',
      { kind: 'workspace', folder: '/home/ada/identity', lambda: null },
    ],
    [
      'lambda-studio://open/?workspace=%2Fold%2Fshop&lambda=add-roles',
      { kind: 'workspace', folder: '/old/shop', lambda: 'add-roles' },
    ],
    ['lambda-studio://open?lambda=add-roles', { kind: 'lambda', slug: 'add-roles' }],
  ])('%s leads there', (link, plan) => {
    expect(planLink(link, recent)).toEqual(plan)
  })

  test.each([
    [
      'a workspace that was not open before',
      'lambda-studio://open?workspace=%2Fetc',
      'was not open here before',
    ],
    ['a workspace that is gone', 'lambda-studio://open?workspace=gone', 'was not open here before'],
    ['a name that two workspaces have', 'lambda-studio://open?workspace=shop', 'more than one workspace'],
    ['a part that does more than navigate', 'lambda-studio://open?lambda=a&run=1', 'run'],
    ['a part that is given twice', 'lambda-studio://open?lambda=a&lambda=b', 'not understood'],
    ['a lambda outside of its folder', 'lambda-studio://open?lambda=..%2F..%2Fetc', 'lambda'],
    ['nothing', 'lambda-studio://open', 'nothing to open'],
    ['another action', 'lambda-studio://push?lambda=a', 'not understood'],
    ['a path', 'lambda-studio://open/push?lambda=a', 'not understood'],
    ['the page itself', 'lambda-studio://page/index.html', 'not understood'],
    ['another scheme', 'https://open/?lambda=a', 'not understood'],
    ['no address', 'lambda-studio:', 'not understood'],
  ])('to %s is refused and says why', (_what, link, why) => {
    const plan = planLink(link, recent)
    expect(plan).toMatchObject({ kind: 'refused', notice: { code: 'link-refused' } })
    expect(plan.kind === 'refused' && plan.notice.message).toContain(why)
  })

  test.each(['workspace=%0a', ''])(
    'a long text in a link (%s) does not become a message of the studio',
    (start) => {
      const plan = planLink(`lambda-studio://open?${start}${'Call%0a0900%201234%20'.repeat(1000)}`, recent)
      const message = plan.kind === 'refused' ? plan.notice.message : ''
      expect(message).toContain('Call')
      expect(message).not.toContain('\n')
      expect(message.length).toBeLessThan(300)
    },
  )

  test('whatever it is, leads to a workspace among the recent ones, a lambda, or nowhere', () => {
    const part = fc.oneof(fc.constantFrom('identity', '/home/ada/gone', '..', ''), fc.string())
    const names = fc.constantFrom('workspace', 'lambda', 'run', 'push', '__proto__')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, part), { maxLength: 4 }), (parts) => {
        const query = new URLSearchParams(parts).toString()
        const plan = planLink(`lambda-studio://open?${query}`, recent)
        if (plan.kind === 'workspace') expect(plan.folder).toBe('/home/ada/identity')
        if (plan.kind === 'lambda') expect(plan.slug).not.toMatch(/[\\/]|^\./)
      }),
    )
  })
})
