import type { z } from 'zod'
import { StudioError, toErrorData } from '../../../contract/errors.ts'
import type { ExportedFile } from '../../../contract/models/exchange.ts'
import type {
  memberRun,
  MemberRunFormat,
  MemberRunPage,
  memberRunQuery,
} from '../../../contract/models/directory-run.ts'
import type { JobControl, StartedJob } from '../../jobs/jobs.ts'
import type { DirectoryPorts } from '../directory-ports.ts'
import { jobNotFound } from '../failures.ts'
import { placeOf } from '../members/member-orders.ts'
import { groupsOrNone } from '../people/read-user.ts'
import { applicationOf } from '../people/application-of.ts'
import { exportRows } from './export-rows.ts'
import { purposeOf, runForMembers } from './run-members.ts'
import { RunRows } from './run-rows.ts'

type Query = z.output<typeof memberRunQuery>

/** Runs whose rows are remembered: those of a large group are many megabytes. */
const mostKept = 3

interface Kept {
  readonly rows: RunRows
  readonly started: StartedJob
}

/** Lambdas that are run for every member of a group, as jobs. */
export class RunJobs {
  readonly #ports: DirectoryPorts
  readonly #kept = new Map<string, Kept>()

  constructor(ports: DirectoryPorts) {
    this.#ports = ports
  }

  /** @throws StudioError `group-not-found`, `application-not-found` */
  async start(order: z.output<typeof memberRun>): Promise<string> {
    const connected = await this.#ports.instances.connect(order.instance)
    const [{ instance }, application, groups] = await Promise.all([
      placeOf(this.#ports, connected, order.groupId),
      applicationOf(connected, order.applicationId),
      groupsOrNone(connected),
    ])
    const purpose = purposeOf(order, application, groups)
    const rows = new RunRows()
    const work = { instance, order, purpose, rows, pool: this.#ports.pool() }
    const started = this.#ports.jobs.start('member-run', (job) =>
      noted(rows, job.signal, () =>
        runForMembers({ ...work, signal: job.signal, progress: progressOf(job) }),
      ),
    )
    const { jobId } = started
    this.#kept.set(jobId, { rows, started })
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old)
    return jobId
  }

  /** @throws StudioError `job-not-found` */
  page(jobId: string, query: Query): MemberRunPage {
    const { rows, started } = this.#find(jobId)
    return { jobId, state: started.job().state, ...rows.page(query) }
  }

  /** Settles when the job has ended. @throws StudioError `job-not-found` */
  async ended(jobId: string): Promise<void> {
    await this.#find(jobId).started.ended
  }

  /** @throws StudioError `job-not-found` */
  export(jobId: string, query: Query, format: MemberRunFormat): ExportedFile {
    const { rows } = this.#find(jobId)
    const paths = rows.paths.map(({ path }) => path)
    return exportRows(rows.select(query), paths, format)
  }

  #find(jobId: string): Kept {
    const kept = this.#kept.get(jobId)
    if (kept) return kept
    throw jobNotFound(jobId)
  }
}

function progressOf(job: JobControl): (done: number, total: number) => void {
  return (done, total) => job.progress(done, total)
}

/** Keeps with the rows why there are no more of them; that a cancel broke off a request is no failure. */
async function noted(rows: RunRows, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    if (signal.aborted && thrown instanceof StudioError && thrown.code === 'cancelled') return
    rows.error = toErrorData(thrown)
    throw thrown
  }
}
