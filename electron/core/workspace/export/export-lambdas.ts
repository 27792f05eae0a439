import type { ExportedFile, ExportRequest } from '../../../contract/models/exchange.ts'
import type { Lambda } from '../../../contract/models/lambda.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Workspace } from '../workspace.ts'
import { kickstartOf } from './kickstart.ts'
import { terraformOf } from './terraform.ts'
import { zipOf } from './zip.ts'

/** Hands lambdas out as one file. @throws StudioError `lambda-not-found` */
export async function exportLambdas(workspace: Workspace, request: ExportRequest): Promise<ExportedFile> {
  const { format, instance = null } = request
  const slugs = request.slugs ?? (await workspace.list()).lambdas.map(({ slug }) => slug)
  const lambdas = await mapInParallel(slugs, 16, (slug) => workspace.read(slug))
  switch (format) {
    case 'kickstart':
      return textFile(
        'kickstart.json',
        'application/json',
        kickstartOf(lambdas.map((each) => withId(each, instance))),
      )
    case 'terraform':
      return textFile('lambdas.tf', 'text/plain', terraformOf(lambdas.map((each) => withId(each, instance))))
    case 'zip':
      return zipOf(workspace.files, slugs)
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
