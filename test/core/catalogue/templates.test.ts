import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageCapabilities } from '../../../electron/contract/models/host.ts'
import { lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { sandboxLauncher } from '../../../electron/core/runs/sandbox-launcher.ts'
import { createStudio } from '../../../electron/core/studio.ts'
import type { Studio } from '../../../electron/core/studio.ts'
import { valueAt } from '../../../electron/core/runs/json-pointer.ts'

let studio: Studio

beforeAll(() => {
  studio = createStudio({
    host: { version: '0', capabilities: pageCapabilities },
    sandbox: sandboxLauncher(new URL('../../../electron/cli/main.ts', import.meta.url).href),
    keepSpare: false,
    emit: () => undefined,
  })
})

afterAll(() => studio.close())

describe.each(lambdaTypes)('the template of $type', ({ type, template, samples, exampleCase }) => {
  test.each(samples)('completes on: $name', async ({ input }) => {
    const report = await studio.api.runs.run({ type, body: template, input })
    expect(report.error).toBeNull()
    expect(report.outcome).toBe('completed')
    expect(report.problems.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(report.dropped).toEqual([])
  })

  test('meets its case', async () => {
    const { expect: wanted, ...given } = exampleCase
    const report = await studio.api.runs.run({ type, body: template, ...given })
    expect(report.outcome).toBe(wanted?.outcome)
    expect(report.arguments).toMatchObject(wanted?.arguments ?? {})
    expect(report.console.map(({ text }) => text)).toEqual(expect.arrayContaining(wanted?.console ?? []))
    expect((wanted?.absent ?? []).map((path) => valueAt(report.arguments, path))).toEqual(
      (wanted?.absent ?? []).map(() => undefined),
    )
  })
})
