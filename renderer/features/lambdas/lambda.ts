/** A lambda as the page works on it. `input` is the text of the input editor, JSON or not yet. */
export interface Lambda {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly body: string
  readonly input: string
}

export type LambdaFields = Omit<Lambda, 'id'>

/** A name that no other lambda has: `Name`, `Name 2`, `Name 3` and so on. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken)
  let name = wanted
  for (let number = 2; names.has(name); number += 1) name = `${wanted} ${number}`
  return name
}

/** The tab to show after `closed` goes: its right neighbour, else its left one. */
export function tabAfterClosing(open: readonly string[], closed: string): string | undefined {
  const index = open.indexOf(closed)
  return open[index + 1] ?? open[index - 1]
}
