import type { LambdaState, MergeOutcome, MergeRegion, SyncField } from '../../contract/models/sync.ts'
import { mergeTexts } from './merge-texts.ts'

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
  return mergeTexts(local.body, base.body, remote.body)
}
