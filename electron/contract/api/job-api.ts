import type { Job } from '../models/job.ts'

/** Long work, whoever began it. */
export interface JobApi {
  readonly jobs: {
    /** What is under way, and what ended of late. */
    list(): Promise<readonly Job[]>
    /** Stops a job; what it has done so far is kept. False where it is not under way. */
    cancel(jobId: string): Promise<boolean>
  }
}
