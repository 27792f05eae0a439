import type { EntryReference, PlanEntry, SyncReason } from '../../../electron/contract/models/sync.ts'
import type { OrderEntry, SyncAction } from '../../../electron/contract/models/sync-order.ts'
import { byAlphabet } from '../../messages/alphabet.ts'

/** What the user chose for an entry; `leave` does nothing. */
export type Choice = SyncAction | 'leave'

/** Names an entry within the page. */
export function entryKey({ slug, id }: EntryReference): string {
  return `${slug ?? ''}\n${id ?? ''}`
}

/** Conflicts that only somebody with the files at hand can resolve, or that need more than one side's text. */
const conflictChoices: Partial<Readonly<Record<SyncReason, readonly Choice[]>>> = {
  'changed-on-both-sides': ['leave', 'merge', 'push', 'pull'],
  'differs-without-base': ['leave', 'merge', 'push', 'pull'],
  'name-taken': ['leave', 'merge', 'push', 'pull'],
  'id-taken': ['leave', 'pull'],
  'name-ambiguous': ['leave', 'push'],
  'deleted-there-changed-here': ['leave', 'push', 'delete-local'],
  'deleted-here-changed-there': ['leave', 'pull', 'delete-remote'],
  'type-differs': ['leave', 'pull'],
}

/** What can be done with an entry, what is usual first. */
export function choicesOf({ kind, reason }: Pick<PlanEntry, 'kind' | 'reason'>): readonly Choice[] {
  switch (kind) {
    case 'same':
      return reason === 'in-step' ? ['leave'] : ['link', 'leave']
    case 'push':
      return ['push', 'pull', 'leave']
    case 'pull':
      return ['pull', 'push', 'leave']
    case 'create-remote':
      return ['push', 'leave']
    case 'create-local':
      return ['pull', 'leave']
    case 'delete-remote':
      return ['leave', 'delete-remote', 'pull']
    case 'delete-local':
      return ['leave', 'delete-local', 'push']
    case 'conflict':
      return conflictChoices[reason] ?? ['leave']
  }
}

/** The choice before the user made one: deletes are off, and conflicts wait for somebody. */
export function usualChoice(entry: PlanEntry): Choice {
  return choicesOf(entry)[0] ?? 'leave'
}

/** Which button carries a choice out: `push` writes to the instance, `pull` to the workspace alone. */
export type Direction = 'push' | 'pull'

export function directionOf(choice: Choice): Direction | null {
  if (choice === 'leave') return null
  return choice === 'pull' || choice === 'delete-local' || choice === 'link' ? 'pull' : 'push'
}

/** An entry with what is to be done with it. */
export interface ChosenEntry {
  readonly entry: PlanEntry
  readonly action: SyncAction
  readonly merged?: OrderEntry['merged']
}

/** What an order says of a chosen entry. */
export function orderEntryOf({ entry, action, merged }: ChosenEntry): OrderEntry {
  const { slug, id, seen } = entry
  return { slug, id, action, seen, ...(action === 'merge' && merged ? { merged } : {}) }
}

/** Which entries a table shows. */
export type PlanFilter = 'changes' | 'conflicts' | 'here' | 'there' | 'all'

const filters: Readonly<Record<PlanFilter, (entry: PlanEntry) => boolean>> = {
  changes: ({ reason }) => reason !== 'in-step',
  conflicts: ({ kind }) => kind === 'conflict',
  here: ({ kind }) => kind === 'push' || kind === 'create-remote' || kind === 'delete-remote',
  there: ({ kind }) => kind === 'pull' || kind === 'create-local' || kind === 'delete-local',
  all: () => true,
}

export const planFilters = Object.keys(filters) as readonly PlanFilter[]

/** How many entries each filter lets through. */
export function countFilters(entries: readonly PlanEntry[]): Readonly<Record<PlanFilter, number>> {
  const count = (filter: PlanFilter): number => entries.filter(filters[filter]).length
  return {
    changes: count('changes'),
    conflicts: count('conflicts'),
    here: count('here'),
    there: count('there'),
    all: entries.length,
  }
}

/** Entries of a filter that have a text in their name, type or slug: what needs somebody first, then by name. */
export function shownEntries(
  entries: readonly PlanEntry[],
  filter: PlanFilter,
  search: string,
): readonly PlanEntry[] {
  const wanted = search.trim().toLowerCase()
  return entries
    .filter(filters[filter])
    .filter(({ name, type, slug }) =>
      [name, type, slug ?? ''].some((text) => text.toLowerCase().includes(wanted)),
    )
    .toSorted((a, b) => rank(a) - rank(b) || byAlphabet(a.name, b.name))
}

function rank({ kind, reason }: PlanEntry): number {
  if (kind === 'conflict') return 0
  if (kind === 'same') return reason === 'in-step' ? 3 : 2
  return 1
}
