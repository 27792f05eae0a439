import { StudioError } from '../../contract/errors.ts'
import { draftsOfLambdaPlace, historyPlace, lambdaPlace, lambdasPlace } from './layout.ts'
import { readSettings, readSettingsText } from './read-lambda.ts'
import { moveContents } from './trash.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Every name below `lambdas/`, whatever it is the name of. */
export async function takenNames(files: WorkspaceFiles): Promise<string[]> {
  return (await files.entries(lambdasPlace)).map(({ name }) => name)
}

/** Gives the folder of a lambda another name, with what is kept of it beside. */
export async function moveLambda(files: WorkspaceFiles, slug: string, next: string): Promise<void> {
  await files.move(lambdaPlace(slug), lambdaPlace(next))
  await moveContents(files, historyPlace(slug), historyPlace(next))
  await moveContents(files, draftsOfLambdaPlace(slug), draftsOfLambdaPlace(next))
}

/** What is made anew is there whole or not at all. */
export async function makeWhole<T>(files: WorkspaceFiles, slug: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (thrown) {
    await files.remove(lambdaPlace(slug)).catch(() => undefined)
    throw thrown
  }
}

/** The name of a lambda; its slug where the settings are broken. @throws StudioError `lambda-not-found` */
export async function nameOfLambda(files: WorkspaceFiles, slug: string): Promise<string> {
  await readSettingsText(files, slug).catch((thrown: unknown) => {
    if (thrown instanceof StudioError && thrown.code === 'lambda-not-found') throw thrown
  })
  return readSettings(files, slug).then(
    ({ name }) => name,
    () => slug,
  )
}
