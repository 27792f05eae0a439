import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import ChangesView from '../../../../renderer/features/runs/ChangesView.vue'
import ConsoleView from '../../../../renderer/features/runs/ConsoleView.vue'
import OutcomeLine from '../../../../renderer/features/runs/OutcomeLine.vue'
import ProblemsView from '../../../../renderer/features/runs/ProblemsView.vue'
import RunReportView from '../../../../renderer/features/runs/RunReportView.vue'
import { useCommands } from '../../../../renderer/commands/commands-store.ts'
import { runReport } from '../../builders.ts'
import { mountComponent } from '../../mount-component.ts'

describe('the changes', () => {
  test('stand in a table, each with its kind in words', () => {
    const table = mountComponent(ChangesView, {
      props: {
        dropped: [],
        changes: [
          { path: '/jwt/roles', kind: 'changed', before: ['a'], after: ['b'] },
          { path: '/jwt/scope', kind: 'removed', before: 'openid' },
        ],
      },
    })
    const rows = table
      .findAll('tbody tr')
      .map((row) => [
        row.find('[role=img]').attributes('aria-label'),
        row.find('th').text().slice(1).trim(),
        ...row.findAll('td').map((cell) => cell.text()),
      ])
    expect(rows).toEqual([
      ['Changed', '/jwt/roles', '["a"]', '["b"]'],
      ['Removed', '/jwt/scope', '"openid"', ''],
    ])
  })

  test('name every write that is discarded, with the reason', () => {
    const dropped = [{ path: '/jwt/sub', reason: 'reserved' as const, message: 'It is reserved.' }]
    const view = mountComponent(ChangesView, { props: { dropped, changes: [] } })
    expect(view.text()).toContain('1 write that FusionAuth discards')
    expect(view.text()).toContain('It is reserved.')
  })

  test('that there are none is said', () => {
    expect(mountComponent(ChangesView, { props: { dropped: [], changes: [] } }).text()).toContain(
      'Nothing changed',
    )
  })

  test('that a run did not come to its end is not told as a run that changed nothing', () => {
    const view = mountComponent(ChangesView, { props: { dropped: [], changes: [], broken: true } })
    expect(view.text()).toContain('Nothing is kept')
    expect(view.text()).not.toContain('the same after the run')
  })
})

test('a line of the console leads to its place', async () => {
  const view = mountComponent(ConsoleView, { props: { entries: [{ level: 'info', text: 'a', line: 7 }] } })
  await view.find('button').trigger('click')
  expect(view.emitted('go')).toEqual([[7]])
})

test('text that looks like markup is shown as text', () => {
  const text = '<img src=x onerror=alert(1)>'
  const view = mountComponent(ConsoleView, { props: { entries: [{ level: 'error', text }] } })
  expect(view.find('img').exists()).toBe(false)
  expect(view.text()).toContain(text)
})

test('a problem leads to its line and column', async () => {
  const problem = { code: 'x', severity: 'warning' as const, message: 'Odd.', line: 3, column: 9 }
  const view = mountComponent(ProblemsView, { props: { problems: [problem] } })
  await view.find('button').trigger('click')
  expect(view.emitted('go')).toEqual([[3, 9]])
})

describe('the outcome', () => {
  test('is told in words with what FusionAuth does', () => {
    const view = mountComponent(OutcomeLine, {
      props: { report: runReport({ outcome: 'threw' }), edited: false },
    })
    expect(view.text()).toContain('Threw')
    expect(view.text()).toContain('It is kept.')
  })

  test('says that the texts were edited since', () => {
    const view = mountComponent(OutcomeLine, { props: { report: runReport(), edited: true } })
    expect(view.text()).toContain('Edited since this run')
  })

  test('of a refused run offers to run it all the same', async () => {
    const view = mountComponent(RunReportView, {
      props: { report: runReport({ outcome: 'refused' }), edited: false, address: 'claims' },
    })
    const forced: string[] = []
    useCommands().register([{ id: 'lambda.runAnyway', title: 'run.force', run: () => forced.push('forced') }])
    await nextTick()
    await view
      .findAll('button')
      .find((button) => button.text() === 'Run anyway')
      ?.trigger('click')
    expect(forced).toEqual(['forced'])
  })
})
