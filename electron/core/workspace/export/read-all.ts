import { toErrorData } from '../../../contract/errors.ts'
import type { Lambda } from '../../../contract/models/lambda.ts'
import type { WorkspaceProblem } from '../../../contract/models/workspace.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { lambdaPlace } from '../layout.ts'
import { nameOf } from '../workspace-files.ts'
import type { Workspace } from '../workspace.ts'

export interface ReadLambdas {
  readonly lambdas: readonly Lambda[]
  /** What could not be read. */
  readonly leftOut: readonly WorkspaceProblem[]
}

/** Reads every lambda that can be read, and says why the others cannot. */
export async function readAll(workspace: Workspace): Promise<ReadLambdas> {
  const { lambdas, problems } = await workspace.list()
  const errors = problems.filter(({ severity }) => severity === 'error')
  const listed = new Set<string | undefined>(lambdas.map(({ slug }) => slug))
  const read = await mapInParallel(lambdas, 16, ({ slug }) =>
    workspace
      .read(slug)
      .catch((thrown: unknown) => errors.find((each) => each.slug === slug) ?? unreadable(slug, thrown)),
  )
  return {
    lambdas: read.flatMap((each) => ('body' in each ? each : [])),
    leftOut: [
      ...errors.filter(({ slug }) => !listed.has(slug)),
      ...read.flatMap((each) => ('body' in each ? [] : each)),
    ],
  }
}

function unreadable(slug: string, thrown: unknown): WorkspaceProblem {
  return { ...toErrorData(thrown), severity: 'error', file: nameOf(lambdaPlace(slug)), slug }
}
