import type { LambdaFamily, LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'

export interface TypeGroup {
  readonly family: LambdaFamily
  readonly types: readonly LambdaTypeInfo[]
}

/** Types by family, in the catalogue's order; only those in which every word of the search occurs. */
export function groupTypes(types: readonly LambdaTypeInfo[], search = ''): TypeGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const matching = types.filter((info) => {
    const text = searchText(info)
    return words.every((word) => text.includes(word))
  })
  return [...Map.groupBy(matching, ({ family }) => family)].map(([family, members]) => ({
    family,
    types: members,
  }))
}

function searchText({ type, aliases, displayName, family, purpose, functionName }: LambdaTypeInfo): string {
  return [type, ...aliases, displayName, family, purpose, functionName].join(' ').toLowerCase()
}
