import type { ExportedFile, ExportRequest, LambdaExport } from '../../../contract/models/exchange.ts'
import type { Lambda } from '../../../contract/models/lambda.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Workspace } from '../workspace.ts'
import { kickstartOf } from './kickstart.ts'
import { readAll, type ReadLambdas } from './read-all.ts'
import { terraformOf } from './terraform.ts'
import { zipOf } from './zip.ts'

/** Hands lambdas out as one file. @throws StudioError as `lambdas.read` for a lambda that is named */
export async function exportLambdas(workspace: Workspace, request: ExportRequest): Promise<LambdaExport> {
  const { lambdas, leftOut } = request.slugs
    ? await readNamed(workspace, request.slugs)
    : await readAll(workspace)
  const file = await fileOf(workspace, lambdas, request)
  return { file, slugs: lambdas.map(({ slug }) => slug), leftOut }
}

async function readNamed(workspace: Workspace, slugs: readonly string[]): Promise<ReadLambdas> {
  return { lambdas: await mapInParallel(slugs, 16, (slug) => workspace.read(slug)), leftOut: [] }
}

async function fileOf(
  workspace: Workspace,
  lambdas: readonly Lambda[],
  { format, instance }: ExportRequest,
): Promise<ExportedFile> {
  const withIds = (): LambdaWithId[] => lambdas.map((each) => withId(each, instance ?? null))
  switch (format) {
    case 'kickstart':
      return textFile('kickstart.json', 'application/json', kickstartOf(withIds()))
    case 'terraform':
      return textFile('lambdas.tf', 'text/plain', terraformOf(withIds()))
    case 'zip':
      return zipOf(
        workspace.files,
        lambdas.map(({ slug }) => slug),
      )
  }
}

/** A lambda with the one id it goes out with. */
export interface LambdaWithId extends Lambda {
  readonly id: string | null
}

/** Its id on that instance; where none is named, the one id it has everywhere. */
function withId(lambda: Lambda, instance: string | null): LambdaWithId {
  const known = new Set(Object.values(lambda.ids))
  const only = known.size === 1 ? ([...known][0] ?? null) : null
  return { ...lambda, id: instance === null ? only : (lambda.ids[instance] ?? null) }
}

function textFile(fileName: string, mediaType: string, content: string): ExportedFile {
  return { fileName, mediaType, encoding: 'utf8', content }
}
