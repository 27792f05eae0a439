import type { PromotionCandidate, PromotionTarget } from '../../contract/models/promotion.ts'
import type { KnownLambda } from './plan.ts'

/** A lambda to promote, as the workspace knows it. */
export interface Promoted {
  readonly slug: string
  /** As it is on the first instance. */
  readonly from: KnownLambda
  /** Its id on the other instance, where the workspace has one. */
  readonly toId: string | null
  /** The id that it would be created with. */
  readonly newId: string
}

/**
 * Finds out which lambda of the other instance each one is. A lambda there is taken for one alone.
 * @param owned the ids there that lambdas of the workspace have already
 */
export function findTargets(
  promoted: readonly Promoted[],
  there: readonly KnownLambda[],
  owned: ReadonlySet<string>,
): ReadonlyMap<string, PromotionTarget> {
  const free = there.filter(({ id }) => !owned.has(id))
  const namesakes = Map.groupBy(promoted, ({ from }) => looseName(from))
  return new Map(
    promoted.map((each) => {
      const isAlone = namesakes.get(looseName(each.from))?.length === 1
      return [each.slug, each.toId === null ? byName(each, free, isAlone) : byId(each, each.toId, there)]
    }),
  )
}

function byId({ from }: Promoted, id: string, there: readonly KnownLambda[]): PromotionTarget {
  const found = there.find((each) => each.id === id)
  if (!found) return { kind: 'new', id }
  return found.state.type === from.state.type
    ? { kind: 'known', id }
    : { kind: 'type-differs', id, type: found.state.type }
}

/** The same name and type is the same lambda, if there is one alone; a name that differs in case or spaces is asked. */
function byName({ from, newId }: Promoted, free: readonly KnownLambda[], isAlone: boolean): PromotionTarget {
  const alike = free.filter((each) => looseName(each) === looseName(from))
  const [only, ...others] = alike
  if (!only) return { kind: 'new', id: newId }
  if (others.length === 0 && isAlone && only.state.name === from.state.name) {
    return { kind: 'matched', id: only.id }
  }
  return { kind: 'question', candidates: alike.map(candidateOf), newId }
}

function looseName({ state }: KnownLambda): string {
  return JSON.stringify([state.type, state.name.trim().replace(/\s+/g, ' ').toLowerCase()])
}

function candidateOf({ id, state, revision }: KnownLambda): PromotionCandidate {
  return { id, name: state.name, type: state.type, revision }
}
