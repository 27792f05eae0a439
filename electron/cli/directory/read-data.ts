import type { JsonObject } from '../../contract/json.ts'
import { dataObject } from '../../contract/models/directory-group.ts'
import { parseJson } from '../../core/files/parse-json.ts'
import { readText } from '../../core/files/read-text.ts'

/** Custom data given as JSON, or as `@` and the name of a file with JSON. @throws StudioError `not-json`, `wrong-shape` */
export async function readData(given: string): Promise<JsonObject> {
  const file = given.startsWith('@') ? given.slice(1) : null
  return parseJson(file === null ? given : await readText(file), file ?? '--data', dataObject)
}
