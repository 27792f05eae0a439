import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { StudioApi } from '../../electron/contract/api.ts'
import { checked, type CheckedApi } from '../../electron/contract/checked.ts'
import { StudioError } from '../../electron/contract/errors.ts'
import { groupsOnDemand } from '../../electron/contract/groups-on-demand.ts'
import { serve } from '../../electron/contract/serve.ts'

type Groups = Pick<CheckedApi<StudioApi>, 'jobs' | 'types'>

let loads = 0
const groups: Groups = {
  jobs: {
    list: checked([], () => Promise.resolve([])),
    cancel: checked([z.string()], (jobId) => Promise.resolve(jobId === 'known')),
  },
  types: {
    list: checked([], () => {
      throw new StudioError({ code: 'planned', message: 'It was planned.', hint: 'Do as planned.' })
    }),
    inputSchema: checked([z.string()], () => Promise.resolve({})),
  },
}
const load = (): Promise<Groups> => {
  loads++
  return Promise.resolve(groups)
}

beforeEach(() => (loads = 0))

test('groups are loaded once, when one of them is first called', async () => {
  const api = groupsOnDemand<keyof Groups>(['jobs', 'types'], load)
  expect(loads).toBe(0)
  expect(await Promise.all([api.jobs.cancel('known'), api.jobs.list()])).toEqual([true, []])
  await expect(api.types.list()).rejects.toMatchObject({ code: 'planned' })
  expect(loads).toBe(1)
})

test('calls that are served are checked as those of any other group', async () => {
  const server = serve(groupsOnDemand<keyof Groups>(['jobs', 'types'], load))
  expect(await server('jobs.cancel', ['unknown'])).toEqual({ ok: true, value: false })
  expect(await server('jobs.cancel', [1])).toMatchObject({ ok: false, error: { code: 'invalid-arguments' } })
  expect(await server('types.list', [])).toMatchObject({ ok: false, error: { code: 'planned' } })
})

test.each(['jobs.toString', 'jobs.constructor', 'jobs.then', 'jobs', 'jobs.list.call', '__proto__.list'])(
  'the name %s is no call',
  async (path) => {
    const server = serve(groupsOnDemand<'jobs'>(['jobs'], load))
    expect(await server(path, [])).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  },
)

test('what keeps a group from being loaded fails its calls, in the process and served', async () => {
  const fault = new TypeError('a file is missing')
  const faults: unknown[] = []
  const api = groupsOnDemand<'jobs'>(['jobs'], () => Promise.reject(fault))
  await expect(api.jobs.list()).rejects.toBe(fault)
  const answer = await serve(api, (_path, thrown) => faults.push(thrown))('jobs.list', [])
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(faults).toEqual([fault])
})
