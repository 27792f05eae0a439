import type { CaseFile } from '../../contract/models/case.ts'
import type { z } from 'zod'
import type { runRequest } from '../../contract/models/run.ts'

/** "Keep this run as a case": what a case must hold so that it runs the same again. */
export function caseOfRun(request: z.output<typeof runRequest>): CaseFile {
  const { input, fetch = [], secrets = {}, clock, seed, debug } = request
  return {
    input,
    ...(fetch.length > 0 && { fetch }),
    ...(Object.keys(secrets).length > 0 && { secrets }),
    ...(clock !== undefined && { clock }),
    ...(seed !== undefined && { seed }),
    ...(debug !== undefined && { debug }),
  }
}
