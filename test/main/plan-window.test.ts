import { describe, expect, test } from 'vitest'
import { planWindow } from '../../electron/main/plan-window.ts'

const windows = [
  { id: 1, folder: '/home/ada/identity' },
  { id: 2, folder: null },
  { id: 3, folder: null },
]

describe('a workspace', () => {
  test.each([
    ['that a window has is shown there', '/home/ada/identity', null, { kind: 'has-it', id: 1 }],
    ['that a window has is shown there, whoever asks', '/home/ada/identity', 3, { kind: 'has-it', id: 1 }],
    [
      'that no window has goes to one without a workspace',
      '/home/ada/shop',
      null,
      { kind: 'is-empty', id: 2 },
    ],
    ['that an empty window asks for goes to that window', '/home/ada/shop', 3, { kind: 'is-empty', id: 3 }],
    ['is not put in the place of another', '/home/ada/shop', 1, { kind: 'is-empty', id: 2 }],
    ['that is still to be chosen has an empty window', null, null, { kind: 'is-empty', id: 2 }],
  ])('%s', (_what, folder, preferred, plan) => {
    expect(planWindow(folder, windows, preferred)).toEqual(plan)
  })

  test('gets a new window where all have one', () => {
    expect(planWindow('/home/ada/shop', windows.slice(0, 1))).toEqual({ kind: 'new' })
    expect(planWindow(null, windows.slice(0, 1))).toEqual({ kind: 'new' })
  })
})
