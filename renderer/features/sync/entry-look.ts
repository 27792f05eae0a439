import type { PlanEntry, SyncField, SyncKind } from '../../../electron/contract/models/sync.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'
import type { Choice, PlanFilter } from './plan-entries.ts'

/** How the state of an entry shows: never by colour alone. */
export interface EntryLook {
  readonly icon: string
  readonly label: PlainMessageKey
  readonly class: string
}

const looks: Readonly<Record<SyncKind, EntryLook>> = {
  same: { icon: 'i-lucide-check', label: 'sync.inStep', class: 'text-muted' },
  push: { icon: 'i-lucide-arrow-up', label: 'sync.changedHere', class: 'text-primary' },
  pull: { icon: 'i-lucide-arrow-down', label: 'sync.changedThere', class: 'text-added' },
  conflict: { icon: 'i-lucide-triangle-alert', label: 'sync.conflict', class: 'text-changed' },
  'create-remote': { icon: 'i-lucide-arrow-up-from-line', label: 'sync.onlyHere', class: 'text-primary' },
  'create-local': { icon: 'i-lucide-arrow-down-to-line', label: 'sync.onlyThere', class: 'text-added' },
  'delete-remote': { icon: 'i-lucide-trash-2', label: 'sync.deletedHere', class: 'text-removed' },
  'delete-local': { icon: 'i-lucide-trash-2', label: 'sync.deletedThere', class: 'text-removed' },
}

const unlinked: EntryLook = { icon: 'i-lucide-link', label: 'sync.equal', class: 'text-toned' }
const bothChanged: EntryLook = {
  icon: 'i-lucide-triangle-alert',
  label: 'sync.changedBoth',
  class: 'text-changed',
}

export function entryLook({ kind, reason }: Pick<PlanEntry, 'kind' | 'reason'>): EntryLook {
  if (kind === 'same' && reason !== 'in-step') return unlinked
  return reason === 'changed-on-both-sides' ? bothChanged : looks[kind]
}

/** What a choice would do to this entry. */
export function choiceLabel(choice: Choice, { kind, seen }: PlanEntry): PlainMessageKey {
  switch (choice) {
    case 'push':
      return seen.remote === null ? 'choice.createThere' : 'choice.push'
    case 'pull':
      return seen.local === null ? 'choice.createHere' : 'choice.pull'
    case 'merge':
      return 'choice.merge'
    case 'link':
      return 'choice.link'
    case 'delete-remote':
      return 'choice.deleteThere'
    case 'delete-local':
      return 'choice.deleteHere'
    case 'leave':
      return kind === 'conflict' ? 'choice.decide' : 'choice.leave'
  }
}

/** What each filter of the plan is called. */
export const filterLabels: Readonly<Record<PlanFilter, PlainMessageKey>> = {
  changes: 'sync.filterChanges',
  conflicts: 'sync.filterConflicts',
  here: 'sync.filterHere',
  there: 'sync.filterThere',
  all: 'sync.filterAll',
}

export const fieldLabels: Readonly<Record<SyncField, PlainMessageKey>> = {
  name: 'field.name',
  type: 'field.type',
  engineType: 'field.engine',
  debug: 'field.debug',
  body: 'field.body',
}
