import type { ErrorData } from '../../electron/contract/errors.ts'
import type { WorkspaceProblem } from '../../electron/contract/models/workspace.ts'
import { t } from '../messages/translate.ts'

const mostNamed = 5

/** What an export of all lambdas says where some could not be read. */
export function leftOutFailure(taken: number, leftOut: readonly WorkspaceProblem[]): ErrorData {
  const names = leftOut.map(({ slug, file }) => slug ?? file)
  const named = names.slice(0, mostNamed).join(', ')
  const more = names.length - mostNamed
  return {
    code: 'left-out-of-export',
    message: t('export.leftOut', {
      count: names.length,
      taken,
      names: more > 0 ? t('export.andMore', { names: named, count: more }) : named,
    }),
    hint: t('export.leftOutHint'),
  }
}
