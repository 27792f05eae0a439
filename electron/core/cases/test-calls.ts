import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { entryName } from '../../contract/models/slug.ts'
import { testSelection, type TestRun } from '../../contract/models/test.ts'
import { say } from '../../contract/words.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { TestRuns } from './test-runs.ts'

type Calls = Pick<CheckedApi<StudioApi>, 'tests' | 'jobs'>

/** The calls that run cases, and those that follow long work. */
export function testCalls(runs: TestRuns, jobs: Jobs): Calls {
  return {
    tests: {
      start: checked([testSelection], (selection) => Promise.resolve({ jobId: runs.start(selection) })),
      read: checked([z.string().nullable()], (jobId) => Promise.resolve(runs.read(jobId))),
      finish: checked([z.string()], async (jobId) => known(jobId, await runs.finish(jobId))),
      report: checked([z.string().nullable(), entryName, entryName], (jobId, lambda, name) =>
        Promise.resolve(runs.report(jobId, { lambda, case: name })),
      ),
    },
    jobs: {
      list: checked([], () => Promise.resolve(jobs.list())),
      cancel: checked([z.string()], (jobId) => Promise.resolve(jobs.cancel(jobId))),
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
