import type { PlanEntry, SyncField, SyncKind, SyncReason } from '../../contract/models/sync.ts'
import type { Versioned } from './state.ts'

/** A lambda of the workspace; `id` is its id on the instance, where it has one. */
export interface LocalLambda extends Versioned {
  readonly slug: string
  readonly id: string | null
}

/** A lambda of the instance, or as it was when it was last in step there. */
export interface KnownLambda extends Versioned {
  readonly id: string
}

/** Everything that a plan depends on. Ids are lower case; each occurs once among `remotes` and once among `bases`. */
export interface PlanInput {
  readonly locals: readonly LocalLambda[]
  readonly remotes: readonly KnownLambda[]
  readonly bases: readonly KnownLambda[]
  /** Ids of lambdas of the workspace that cannot be read; null for one whose id is not known either. */
  readonly unreadable: readonly (string | null)[]
  /** Whether the catalogue has a lambda type. */
  readonly isKnownType: (type: string) => boolean
}

/** An entry without its words. */
export type PlannedEntry = Omit<PlanEntry, 'message'>

interface Sides {
  readonly local?: LocalLambda | undefined
  readonly remote?: KnownLambda | undefined
  readonly base?: Versioned | undefined
}

/**
 * What would put the workspace and the instance in step. What is written over is always as it was when both were in
 * step last; anything else is a conflict.
 */
export function planSync(input: PlanInput): readonly PlannedEntry[] {
  const byId = Map.groupBy(
    input.locals.filter(({ id }) => id !== null),
    ({ id }) => id,
  )
  const shared = new Set([...byId.values()].filter((owners) => owners.length > 1).flat())
  const remotes = new Map(input.remotes.map((remote) => [remote.id, remote]))
  const bases = new Map(input.bases.map((base) => [base.id, base]))
  const unlinked = input.locals.filter(({ id }) => id === null)
  const free = input.remotes.filter(({ id }) => !byId.has(id))
  const named = planUnlinked(unlinked, free, input)
  const namedEntries = new Map(named.map(({ entry }) => [entry.slug, entry]))
  const claimed = new Set(named.flatMap(({ candidates }) => candidates.map(({ id }) => id)))
  return [
    ...input.locals.flatMap((local) => {
      if (local.id === null) return namedEntries.get(local.slug) ?? []
      const sides = { local, remote: remotes.get(local.id), base: bases.get(local.id) }
      return shared.has(local) ? entryOf(sides, 'conflict', 'id-shared') : planLinked(sides, input)
    }),
    ...free
      .filter(({ id }) => !claimed.has(id))
      .map((remote) => planOnlyRemote({ remote, base: bases.get(remote.id) }, input)),
  ]
}

/** A lambda that has an id on the instance. */
function planLinked(
  { local, remote, base }: Sides & { readonly local: LocalLambda },
  input: PlanInput,
): PlannedEntry {
  if (!remote) return planOnlyLocal({ local, base }, input)
  const sides = { local, remote, base }
  if (local.revision === remote.revision) {
    return entryOf(sides, 'same', base?.revision === local.revision ? 'in-step' : 'equal-without-base')
  }
  if (!base) return entryOf(sides, 'conflict', reasonWithoutBase(local, remote))
  if (local.state.type !== remote.state.type) return entryOf(sides, 'conflict', 'type-differs')
  if (local.revision === base.revision) {
    return entryOf(sides, 'pull', isRenamed(base, remote) ? 'renamed-there' : 'changed-there')
  }
  if (remote.revision === base.revision) {
    return entryOf(sides, 'push', isRenamed(base, local) ? 'renamed-here' : 'changed-here')
  }
  return entryOf(sides, 'conflict', 'changed-on-both-sides')
}

/** Another name and another body under one id speak for another lambda. */
function reasonWithoutBase(local: Versioned, remote: Versioned): SyncReason {
  const differing = differences(local, remote)
  const isOther = differing.includes('body') && (differing.includes('name') || differing.includes('type'))
  if (isOther) return 'id-taken'
  return differing.includes('type') ? 'type-differs' : 'differs-without-base'
}

function planOnlyLocal(
  { local, base }: Sides & { readonly local: LocalLambda },
  input: PlanInput,
): PlannedEntry {
  if (!base) {
    const isKnown = input.isKnownType(local.state.type)
    return entryOf({ local }, 'create-remote', isKnown ? 'only-here' : 'unknown-type')
  }
  return base.revision === local.revision
    ? entryOf({ local }, 'delete-local', 'deleted-there')
    : entryOf({ local }, 'conflict', 'deleted-there-changed-here')
}

function planOnlyRemote(
  { remote, base }: Sides & { readonly remote: KnownLambda },
  input: PlanInput,
): PlannedEntry {
  if (input.unreadable.includes(remote.id)) return entryOf({ remote }, 'conflict', 'unreadable-here')
  if (!base) {
    const isKnown = input.isKnownType(remote.state.type)
    return entryOf({ remote }, 'create-local', isKnown ? 'only-there' : 'unknown-type')
  }
  if (input.unreadable.includes(null)) return entryOf({ remote }, 'conflict', 'unreadable-here')
  return base.revision === remote.revision
    ? entryOf({ remote }, 'delete-remote', 'deleted-here')
    : entryOf({ remote }, 'conflict', 'deleted-here-changed-there')
}

interface NamedEntry {
  readonly entry: PlannedEntry
  /** The lambdas of the instance that may be the same one: they are not told again as new. */
  readonly candidates: readonly KnownLambda[]
}

/** Lambdas without an id on the instance: one of the same name and type there is likely the same. */
function planUnlinked(
  unlinked: readonly LocalLambda[],
  free: readonly KnownLambda[],
  input: PlanInput,
): readonly NamedEntry[] {
  const namesakes = Map.groupBy(unlinked, nameOf)
  const byName = Map.groupBy(free, nameOf)
  return unlinked.map((local) => {
    const candidates = byName.get(nameOf(local)) ?? []
    const isAlone = namesakes.get(nameOf(local))?.length === 1
    return { entry: planNamed(local, candidates, isAlone, input), candidates }
  })
}

function planNamed(
  local: LocalLambda,
  [remote, ...others]: readonly KnownLambda[],
  isAlone: boolean,
  input: PlanInput,
): PlannedEntry {
  if (!remote) return planOnlyLocal({ local }, input)
  if (others.length > 0 || !isAlone) return entryOf({ local }, 'conflict', 'name-ambiguous')
  const sides = { local: { ...local, id: remote.id }, remote }
  return local.revision === remote.revision
    ? entryOf(sides, 'same', 'equal-by-name')
    : entryOf(sides, 'conflict', 'name-taken')
}

function nameOf({ state }: Versioned): string {
  return JSON.stringify([state.type, state.name])
}

function entryOf(sides: Sides, kind: SyncKind, reason: SyncReason): PlannedEntry {
  const { local, remote } = sides
  const { name, type } = shown(sides).state
  return {
    slug: local?.slug ?? null,
    id: local?.id ?? remote?.id ?? null,
    name,
    type,
    kind,
    reason,
    fields: local && remote ? differences(local, remote) : [],
    seen: { local: local?.revision ?? null, remote: remote?.revision ?? null },
  }
}

/** The side that gives an entry its name. */
function shown({ local, remote }: Sides): Versioned {
  const side = local ?? remote
  if (!side) throw new TypeError('An entry needs a side.')
  return side
}

const fields: readonly SyncField[] = ['name', 'type', 'engineType', 'debug', 'body']

/** What differs between two states. */
export function differences(one: Versioned, other: Versioned): readonly SyncField[] {
  return fields.filter((field) => one.state[field] !== other.state[field])
}

function isRenamed(before: Versioned, after: Versioned): boolean {
  return differences(before, after).join() === 'name'
}
