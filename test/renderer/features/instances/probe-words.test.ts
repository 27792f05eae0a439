import { expect, test } from 'vitest'
import {
  changeOf,
  formOf,
  isComplete,
  needsKeyAnew,
} from '../../../../renderer/features/instances/instance-form.ts'
import {
  abilities,
  missingFeatures,
  probeWord,
  reportWord,
} from '../../../../renderer/features/instances/probe-words.ts'
import { instance, probeReport } from '../../sync-builders.ts'

const permission = { endpoint: '/api/tenant', method: 'PATCH', purpose: 'assign lambdas', required: false }

test.each([
  ['instance-unreachable', 'probe.unreachable'],
  ['instance-tls', 'probe.tls'],
  ['instance-not-fusionauth', 'probe.notFusionAuth'],
  ['key-refused', 'probe.keyRefused'],
  ['key-lacks-permission', 'probe.keyLacks'],
  ['something-new', 'probe.unusable'],
])('%s has its own word', (code, label) => {
  const problem = { code, message: '', hint: '' }
  expect(reportWord(probeReport({ outcome: 'unusable', problem }))).toEqual({ tone: 'bad', label })
})

test('a limit that is a missing tenant says so', () => {
  expect(reportWord(probeReport({ outcome: 'limited' })).label).toBe('probe.limited')
  expect(reportWord(probeReport({ outcome: 'limited', tenantNeeded: true })).label).toBe('probe.tenantNeeded')
})

test('an instance that was never tested is not called ready', () => {
  expect(probeWord(undefined).label).toBe('probe.unknown')
  expect(probeWord({ kind: 'probing' }).tone).toBe('busy')
})

test('what is refused comes first, with the call that is', () => {
  const found = abilities([
    { ...permission, purpose: 'read lambdas', granted: true },
    { ...permission, granted: false },
    { ...permission, endpoint: '/api/application', granted: true },
    { ...permission, purpose: 'push lambdas', granted: null },
  ])
  expect(found).toEqual([
    { purpose: 'assign lambdas', granted: false, refused: ['PATCH /api/tenant'] },
    { purpose: 'push lambdas', granted: null, refused: [] },
    { purpose: 'read lambdas', granted: true, refused: [] },
  ])
})

test('features that are not active are named with their state', () => {
  const licence = { licensed: true, features: { advancedLambdas: 'ACTIVE', scimServer: 'DISABLED' } }
  expect(missingFeatures(probeReport({ licence }))).toEqual(['scimServer: disabled'])
})

test('a form is sent trimmed, and an empty tenant as none', () => {
  expect(changeOf({ ...formOf(instance()), name: ' Dev ', tenantId: '' })).toMatchObject({
    name: 'Dev',
    tenantId: null,
  })
  expect(isComplete({ ...formOf(instance()), name: ' ' })).toBe(false)
})

test('another address needs the key anew, a slash at its end does not', () => {
  const before = instance()
  expect(needsKeyAnew({ ...formOf(before), url: `${before.url}/` }, before)).toBe(false)
  expect(needsKeyAnew({ ...formOf(before), url: 'https://other.example.com' }, before)).toBe(true)
  expect(
    needsKeyAnew({ ...formOf(before), url: 'https://other.example.com' }, instance({ hasKey: false })),
  ).toBe(false)
})
