import type { AwaitExpression } from 'acorn'
import type { Problem } from '../../contract/models/problem.ts'

/** The fix that takes an await away; none where more than space stands before what is awaited, such as a bracket. */
export function removedAwait(
  body: string,
  { start, argument }: Pick<AwaitExpression, 'start' | 'argument'>,
): Pick<Problem, 'fix'> {
  if (body.slice(start, argument.start).trim() !== 'await') return {}
  return { fix: { title: 'Remove await', start, end: argument.start, text: '' } }
}
