import type { Lambda, LambdaFile, NewLambda } from '../../contract/models/lambda.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { formatJson } from './edit-json.ts'
import { revisionOf, summaryOf } from './read-lambda.ts'
import type { NewFile, Staging } from './staging.ts'

/** A lambda that is whole on the disk, and not in the workspace yet. */
export interface StagedLambda {
  readonly name: string
  /** Makes it a lambda of the workspace. @throws StudioError as `WorkspaceFiles.write` */
  bringIn(slug: string): Promise<Lambda>
}

/** Writes the files of a lambda that does not exist yet. @throws StudioError as `WorkspaceFiles.write` */
export async function stageLambda(staging: Staging, given: NewLambda): Promise<StagedLambda> {
  const type = describeLambdaType(given.type)
  const body = given.body ?? type.template
  const settings = settingsOf(given, type.known ? type.type : given.type)
  const example: readonly NewFile[] =
    given.body === undefined && type.known
      ? [{ place: ['cases', 'example.json'], text: formatJson(type.exampleCase) }]
      : []
  const staged = await staging.folder([
    { place: ['lambda.js'], text: body },
    ...example,
    { place: ['lambda.json'], text: formatJson(settings) },
  ])
  return {
    name: given.name,
    bringIn: async (slug) => {
      await staged.bringIn(slug)
      return { ...summaryOf(slug, settings), body, revision: revisionOf(body) }
    },
  }
}

function settingsOf(
  { name, engineType = 'GraalJS', debug = false, ids = {} }: NewLambda,
  type: string,
): LambdaFile {
  return { name, type, engineType, debug, ids }
}
