import type { LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'
import type { Lambda } from './lambda.ts'
import { byAlphabet } from '../../messages/alphabet.ts'

/** The lambdas of one type. */
export interface LambdaGroup {
  readonly type: string
  readonly title: string
  readonly lambdas: readonly Lambda[]
}

type FindType = (name: string) => Pick<LambdaTypeInfo, 'displayName'> | undefined

/** Lambdas by type, both in the order of the alphabet; only those whose name or type has the filter in it. */
export function groupLambdas(lambdas: readonly Lambda[], findType: FindType, filter = ''): LambdaGroup[] {
  const titleOf = (type: string): string => findType(type)?.displayName ?? type
  const wanted = filter.trim().toLowerCase()
  const matching = lambdas.filter(({ name, type }) =>
    [name, type, titleOf(type)].some((text) => text.toLowerCase().includes(wanted)),
  )
  return [...Map.groupBy(matching, ({ type }) => type)]
    .map(([type, members]) => ({ type, title: titleOf(type), lambdas: byName(members) }))
    .sort((a, b) => byAlphabet(a.title, b.title))
}

function byName(lambdas: readonly Lambda[]): Lambda[] {
  return lambdas.toSorted((a, b) => byAlphabet(a.name, b.name))
}
