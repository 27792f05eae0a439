import type {
  FoundLambda,
  ImportOutcome,
  LambdaToImport,
} from '../../../electron/contract/models/exchange.ts'

/** A lambda that an import found, with what the user decided about it. */
export interface ImportRow {
  readonly found: FoundLambda
  readonly chosen: boolean
  readonly type: string | null
  readonly outcome?: ImportOutcome
}

/** What was found is taken over unless its type is still to be told. */
export function rowsOf(found: readonly FoundLambda[]): ImportRow[] {
  return found.map((each) => ({ found: each, chosen: true, type: each.type }))
}

/** The lambdas to create: those chosen, once each has a type; null until then. */
export function toImport(rows: readonly ImportRow[]): LambdaToImport[] | null {
  const chosen = rows.filter((row) => row.chosen)
  if (chosen.length === 0) return null
  const ready = chosen.flatMap(({ found, type }) => (type === null ? [] : [{ ...found, type }]))
  return ready.length === chosen.length ? ready : null
}

/** Files that cannot hold a lambda are left out: all that a folder holds would otherwise be read. */
export const isImportable = (name: string): boolean =>
  /\.(js|json|tf)$/i.test(name) && !/(^|\/)(node_modules|\.git|\.studio)\//.test(name)
