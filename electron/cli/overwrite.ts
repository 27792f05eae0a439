import { StudioError } from '../contract/errors.ts'

/** @throws StudioError `wrong-usage`: what is written over is named, one by one */
export function refuseUnnamed(
  slugs: readonly string[],
  { overwrite }: { readonly overwrite?: boolean },
): void {
  if (!overwrite || slugs.length > 0) return
  throw new StudioError({
    code: 'wrong-usage',
    message: '--overwrite is for lambdas that are named.',
    hint: 'Name the lambdas whose conflicts you have looked at, as lambda-studio diff shows them.',
  })
}
