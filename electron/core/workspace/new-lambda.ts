import type { Lambda, LambdaFile, NewLambda } from '../../contract/models/lambda.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { formatJson } from './edit-json.ts'
import { bodyPlace, casePlace, settingsPlace } from './layout.ts'
import { revisionOf, summaryOf } from './read-lambda.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/**
 * Writes the files of a lambda that does not exist yet. `lambda.json` comes last: until it is there, the folder is
 * not taken for a lambda.
 */
export async function writeNewLambda(files: WorkspaceFiles, slug: string, given: NewLambda): Promise<Lambda> {
  const type = describeLambdaType(given.type)
  const body = given.body ?? type.template
  const settings = settingsOf(given, type.known ? type.type : given.type)
  await files.write(bodyPlace(slug), body)
  if (given.body === undefined && type.known) {
    await files.write(casePlace(slug, 'example'), formatJson(type.exampleCase))
  }
  await files.write(settingsPlace(slug), formatJson(settings))
  return { ...summaryOf(slug, settings), body, revision: revisionOf(body) }
}

function settingsOf(
  { name, engineType = 'GraalJS', debug = false, ids = {} }: NewLambda,
  type: string,
): LambdaFile {
  return { name, type, engineType, debug, ids }
}
