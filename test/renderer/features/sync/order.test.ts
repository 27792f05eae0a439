import { expect, test } from 'vitest'
import { isAllowed, orderOf } from '../../../../renderer/features/sync/order.ts'
import { countOutcomes, reportTone, sortedResults } from '../../../../renderer/features/sync/report-groups.ts'
import { settingRows } from '../../../../renderer/features/sync/setting-rows.ts'
import type { SyncResult } from '../../../../electron/contract/models/sync-order.ts'
import { instance, planEntry, state, syncReport } from '../../sync-builders.ts'

test('an instance without protection is written to without more', () => {
  expect(isAllowed(instance(), '')).toBe(true)
})

test('a protected one wants its very name, a read-only one is never written to', () => {
  expect(isAllowed(instance({ protection: 'confirm' }), 'dev')).toBe(false)
  expect(isAllowed(instance({ protection: 'confirm' }), 'Dev')).toBe(true)
  expect(isAllowed(instance({ protection: 'read-only' }), 'Dev')).toBe(false)
})

test('what was typed is sent only where the protection asks for it', () => {
  const chosen = [{ entry: planEntry(), action: 'push' as const }]
  const consent = { typed: 'Dev', override: false }
  expect(orderOf(instance(), chosen, consent).confirmation).toBeNull()
  expect(orderOf(instance({ protection: 'confirm' }), chosen, consent)).toMatchObject({
    instance: 'dev',
    confirmation: 'Dev',
    overrideFailures: false,
    entries: [{ action: 'push' }],
  })
})

const result = (name: string, outcome: SyncResult['outcome']): SyncResult => ({
  slug: name,
  id: null,
  name,
  action: 'push',
  outcome,
  code: null,
  message: '',
})

test('what failed stands first in a report, then what was skipped', () => {
  const report = syncReport({ results: [result('a', 'done'), result('b', 'skipped'), result('c', 'failed')] })
  expect(sortedResults(report).map(({ name }) => name)).toEqual(['c', 'b', 'a'])
  expect(countOutcomes(report)).toEqual({ done: 1, skipped: 1, failed: 1 })
})

test('a report is good only where everything is done', () => {
  expect(reportTone(syncReport({ results: [result('a', 'done')] }))).toBe('good')
  expect(reportTone(syncReport({ results: [result('a', 'skipped')] }))).toBe('warn')
  expect(reportTone(syncReport({ results: [result('a', 'failed')] }))).toBe('bad')
  expect(reportTone(syncReport({ state: 'cancelled' }))).toBe('warn')
})

test('settings show where they differ, and all of them where one side is missing', () => {
  expect(settingRows({ local: state(), remote: state({ debug: true }) })).toEqual([
    { field: 'debug', differs: true },
  ])
  expect(settingRows({ local: state(), remote: null })).toHaveLength(4)
})
