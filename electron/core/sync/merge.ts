import { diff3Merge } from 'node-diff3'
import type { LambdaState, MergeOutcome, MergeRegion, SyncField } from '../../contract/models/sync.ts'

/** The three states of a merge; without a base, whatever differs is a conflict. */
export interface MergeSides {
  readonly local: LambdaState
  readonly remote: LambdaState
  readonly base: LambdaState | null
}

/** Brings together what both sides changed since the base, line by line in the body and whole in the other parts. */
export function mergeStates(sides: MergeSides): MergeOutcome {
  const { local } = sides
  const regions = mergeBodies(sides)
  const conflicts = otherFields.filter((field) => mergeField(sides, field) === conflict)
  if (conflicts.length > 0 || regions.some(({ kind }) => kind === 'conflict')) {
    return { kind: 'conflicts', regions, fields: conflicts }
  }
  const merged = Object.fromEntries(otherFields.map((field) => [field, mergeField(sides, field)]))
  const body = regions.map((region) => (region.kind === 'agreed' ? region.text : '')).join('')
  return { kind: 'merged', state: { ...local, ...merged, body } }
}

const otherFields = ['name', 'type', 'engineType', 'debug'] as const satisfies readonly SyncField[]
const conflict = Symbol('conflict')

function mergeField(
  { local, remote, base }: MergeSides,
  field: (typeof otherFields)[number],
): LambdaState[typeof field] | typeof conflict {
  if (local[field] === remote[field] || remote[field] === base?.[field]) return local[field]
  return local[field] === base?.[field] ? remote[field] : conflict
}

function mergeBodies({ local, remote, base }: MergeSides): readonly MergeRegion[] {
  if (local.body === remote.body) return [{ kind: 'agreed', text: local.body }]
  if (!base) return [{ kind: 'conflict', local: local.body, base: '', remote: remote.body }]
  const regions = diff3Merge(linesOf(local.body), linesOf(base.body), linesOf(remote.body), {
    excludeFalseConflicts: true,
  })
  return regions.map(({ ok, conflict: sides }) =>
    sides
      ? { kind: 'conflict', local: sides.a.join(''), base: sides.o.join(''), remote: sides.b.join('') }
      : { kind: 'agreed', text: (ok ?? []).join('') },
  )
}

/** Lines with their ends, so that joined they are the text again, byte for byte. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
