import { suggestSimilar } from './suggest-similar.ts'
import { StudioError } from '../contract/errors.ts'
import type { LambdaTypeInfo } from '../contract/models/lambda-type.ts'

/**
 * The lambda type that was asked for by name or other name. A name that is not known is refused as a slip, unless
 * `force` asks to run it by generic rules; then the name itself comes back.
 * @throws StudioError `wrong-usage`, `unknown-lambda-type`
 */
export function chooseType(
  types: readonly LambdaTypeInfo[],
  name: string | undefined,
  force: boolean,
): LambdaTypeInfo | string {
  if (name === undefined) throw typeMissing
  const found = types.find(({ type, aliases }) => type === name || aliases.includes(name))
  if (found) return found
  if (force) return name
  const similar = suggestSimilar(
    name,
    types.map(({ type }) => type),
  )
  throw new StudioError({
    code: 'unknown-lambda-type',
    message: `There is no lambda type ${JSON.stringify(name)}.${similar ? ` Did you mean ${similar}?` : ''}`,
    hint: 'lambda-studio types lists them; lambda-studio run --force runs a type of a newer server by generic rules.',
  })
}

const typeMissing = new StudioError({
  code: 'wrong-usage',
  message: 'The lambda type is not given.',
  hint: 'Give it with --type, for example --type JWTPopulate; lambda-studio types lists them.',
})
