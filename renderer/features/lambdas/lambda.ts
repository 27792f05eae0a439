import type { LambdaSummary } from '../../../electron/contract/models/lambda.ts'

/** A lambda of the workspace as lists and tabs know it; its id in the page is its slug. */
export interface Lambda extends Omit<LambdaSummary, 'slug' | 'ids'> {
  readonly id: string
  /** The lambda's id on each instance, by the instance's id. */
  readonly ids: LambdaSummary['ids']
}

export function lambdaOf({ slug, ...rest }: LambdaSummary): Lambda {
  return {
    id: slug,
    name: rest.name,
    type: rest.type,
    engineType: rest.engineType,
    debug: rest.debug,
    ids: rest.ids,
  }
}

/** A name that no other lambda has: `Name`, `Name 2`, `Name 3` and so on. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken)
  let name = wanted
  for (let number = 2; names.has(name); number += 1) name = `${wanted} ${number}`
  return name
}

/** The tab to show after those of `closed` went: the nearest one on the right, else on the left. */
export function tabAfterClosing(
  open: readonly string[],
  shown: string,
  closed: readonly string[],
): string | undefined {
  if (!closed.includes(shown)) return shown
  const index = open.indexOf(shown)
  const isOpen = (id: string): boolean => !closed.includes(id)
  return open.slice(index + 1).find(isOpen) ?? open.slice(0, index).findLast(isOpen)
}

/** The tabs in their new order after one was moved that many places; it stays within the row. */
export function movedTab(open: readonly string[], id: string, by: number): readonly string[] {
  const from = open.indexOf(id)
  if (from < 0) return open
  const to = Math.max(0, Math.min(open.length - 1, from + by))
  return open.toSpliced(from, 1).toSpliced(to, 0, id)
}
