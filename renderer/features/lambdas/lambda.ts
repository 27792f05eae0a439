/** A lambda as the page works on it. `input` is the text of the input editor, JSON or not yet. */
export interface Lambda {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly body: string
  readonly input: string
}

/** What a list shows of a lambda; typing in an editor does not change it. */
export type LambdaSummary = Pick<Lambda, 'id' | 'name' | 'type'>

export type LambdaFields = Omit<Lambda, 'id'>

/** A name that no other lambda has: `Name`, `Name 2`, `Name 3` and so on. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken)
  let name = wanted
  for (let number = 2; names.has(name); number += 1) name = `${wanted} ${number}`
  return name
}

/** The summaries of lambdas; `before` itself where nothing in it changed, so that nothing is drawn again. */
export function summaries(
  lambdas: readonly Lambda[],
  before: readonly LambdaSummary[] = [],
): readonly LambdaSummary[] {
  const unchanged =
    lambdas.length === before.length &&
    lambdas.every(({ id, name, type }, index) => {
      const known = before[index]
      return known?.id === id && known.name === name && known.type === type
    })
  return unchanged ? before : lambdas.map(({ id, name, type }) => ({ id, name, type }))
}

/** The tab to show after `closed` goes: its right neighbour, else its left one. */
export function tabAfterClosing(open: readonly string[], closed: string): string | undefined {
  const index = open.indexOf(closed)
  return open[index + 1] ?? open[index - 1]
}
