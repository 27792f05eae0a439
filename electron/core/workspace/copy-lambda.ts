import { casePlace, casesPlace, bodyPlace, settingsPlace } from './layout.ts'
import { editJson } from './edit-json.ts'
import { readBody, readSettings, readSettingsText } from './read-lambda.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Copies body, settings and cases under another name; the ids on instances stay with the original. */
export async function copyLambda(
  files: WorkspaceFiles,
  from: string,
  to: { readonly slug: string; readonly name: string },
): Promise<void> {
  await readSettings(files, from)
  const settings = await readSettingsText(files, from)
  for (const entry of await files.entries(casesPlace(from))) {
    const name = /^([^.].*)\.json$/.exec(entry.name)?.[1]
    if (name !== undefined)
      await files.write(casePlace(to.slug, name), await files.read(casePlace(from, name)))
  }
  await files.write(bodyPlace(to.slug), await readBody(files, from))
  await files.write(settingsPlace(to.slug), editJson(settings, { name: to.name, ids: {} }))
}
