import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import type { Jobs } from './jobs.ts'

/** The calls that follow long work. */
export function jobCalls(jobs: Jobs): Pick<CheckedApi<StudioApi>, 'jobs'> {
  return {
    jobs: {
      list: checked([], () => Promise.resolve(jobs.list())),
      cancel: checked([z.string()], (jobId) => Promise.resolve(jobs.cancel(jobId))),
    },
  }
}
