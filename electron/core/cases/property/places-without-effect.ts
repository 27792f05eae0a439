import { isJsonArray, isJsonObject, type JsonObject } from '../../../contract/json.ts'
import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import type { CaseFailure } from '../../../contract/models/test.ts'
import { said, say, type Worded } from '../../../contract/words.ts'
import { keysOf, valueAt } from '../../runs/json-pointer.ts'

/** The places of a property case at which nothing would be varied: a case that tries nothing must not pass. */
export function placesWithoutEffect(
  vary: readonly string[],
  input: JsonObject,
  type: Pick<LambdaTypeInfo, 'known' | 'type' | 'parameters'>,
): readonly CaseFailure[] {
  return vary.flatMap((path) => {
    const because = reason(path, input, type)
    if (because === null) return []
    return [said<CaseFailure>({ path, message: say`Nothing would be varied at ${path}: ${because}.` })]
  })
}

function reason(
  path: string,
  input: JsonObject,
  { known, type, parameters }: Pick<LambdaTypeInfo, 'known' | 'type' | 'parameters'>,
): Worded | null {
  const [first = ''] = keysOf(path)
  const names = parameters.map(({ name }) => name)
  if (known && !names.includes(first)) return say`${type} gets ${names.join(', ')}, and no ${first}`
  const parent = path.slice(0, path.lastIndexOf('/'))
  const owner = parent === '' ? input : valueAt(input, parent)
  return isJsonObject(owner) || isJsonArray(owner) ? null : say`the input has no object or list at ${parent}`
}
