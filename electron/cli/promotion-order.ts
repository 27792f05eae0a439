import type {
  PromotedAssignment,
  PromotionCandidate,
  PromotionEntry,
  PromotionOrder,
} from '../contract/models/promotion.ts'

/** Which lambda there is the same one, by slug: an id, or `new`. */
export type TargetAnswers = ReadonlyMap<string, string>

/** Nothing where the lambda is in step there already, or where somebody has to choose first. */
export function orderOf(entry: PromotionEntry, answers: TargetAnswers): PromotionOrder['entries'] {
  const { slug, fromId, target, seen } = entry
  const toId = targetOf(entry, answers)
  const assign = assignmentsToChange(entry, answers).map(({ owner: { kind, id }, field, current }) => ({
    owner: { kind, id },
    field,
    seen: current,
  }))
  const isDone = seen.remote === seen.local && target.kind === 'known' && assign.length === 0
  if (toId === null || isDone) return []
  const remote = target.kind === 'question' ? revisionOf(target.candidates, toId) : seen.remote
  return [{ slug, fromId, toId, seen: { local: seen.local ?? '', remote }, assign }]
}

/** The places that are sure, and hold something else than the lambda now. */
export function assignmentsToChange(
  entry: PromotionEntry,
  answers: TargetAnswers,
): readonly Extract<PromotedAssignment, { kind: 'matched' }>[] {
  const toId = targetOf(entry, answers)
  if (toId === null) return []
  return entry.assignments.flatMap((each) => (each.kind === 'matched' && each.current !== toId ? each : []))
}

/** The lambda that an entry would write to; null where it can't, or where somebody has to choose first. */
export function targetOf({ slug, target }: PromotionEntry, answers: TargetAnswers): string | null {
  if (target.kind === 'type-differs') return null
  if (target.kind !== 'question') return target.id
  const answer = answers.get(slug)
  return answer === 'new' ? target.newId : (answer ?? null)
}

function revisionOf(candidates: readonly PromotionCandidate[], id: string): string | null {
  return candidates.find((each) => each.id === id)?.revision ?? null
}
