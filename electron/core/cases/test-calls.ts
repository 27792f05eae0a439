import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { entryName } from '../../contract/models/slug.ts'
import { testSelection, type TestRun } from '../../contract/models/test.ts'
import { say } from '../../contract/words.ts'
import { TestRuns, type TestPorts } from './test-runs.ts'

/** The calls that run cases. */
export function testCalls(ports: TestPorts): Pick<CheckedApi<StudioApi>, 'tests'> {
  const runs = new TestRuns(ports)
  return {
    tests: {
      start: checked([testSelection], (selection) => Promise.resolve({ jobId: runs.start(selection) })),
      read: checked([z.string().nullable()], (jobId) => Promise.resolve(runs.read(jobId))),
      finish: checked([z.string()], async (jobId) => known(jobId, await runs.finish(jobId))),
      report: checked([z.string().nullable(), entryName, entryName], (jobId, lambda, name) =>
        Promise.resolve(runs.report(jobId, { lambda, case: name })),
      ),
    },
  }
}

function known(jobId: string, run: TestRun | null): TestRun {
  if (run) return run
  throw new StudioError({
    code: 'job-not-found',
    message: say`There is no test ${JSON.stringify(jobId)}.`,
    hint: 'Only the last few tests are remembered; start it again.',
  })
}
