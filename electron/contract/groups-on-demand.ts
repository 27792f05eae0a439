import type { StudioApi } from './api.ts'
import type { CheckedApi } from './checked.ts'
import { nameProxy } from './name-proxy.ts'
import { once } from './once.ts'

/** Loads a group, if it has not been, and gives it with its own functions. */
type LoadGroup = () => Promise<object>

const loaders = new WeakMap<object, LoadGroup>()

/**
 * Groups of the API that are loaded together when one of their functions is first called, so that a process loads
 * what it uses. Calls of a group begin in the order in which they are made, and fail with whatever keeps it from
 * being loaded.
 */
export function groupsOnDemand<Name extends keyof StudioApi>(
  names: readonly Name[],
  load: () => Promise<Pick<CheckedApi<StudioApi>, Name>>,
): Pick<StudioApi, Name> {
  const loaded = once(load)
  const groups = names.map((name) => [name, groupOnDemand(async () => (await loaded())[name])])
  return Object.fromEntries(groups) as Pick<StudioApi, Name>
}

/** The group itself, or a promise of it, for one that {@link groupsOnDemand} gave; anything else as it is. */
export function loadedGroup(group: unknown): unknown {
  const load = typeof group === 'object' && group !== null ? loaders.get(group) : undefined
  return load ? load() : group
}

function groupOnDemand(load: LoadGroup): object {
  const group = nameProxy((method) => async (...args: unknown[]) => {
    const loaded = await load()
    return Reflect.apply(Reflect.get(loaded, method) as (...args: unknown[]) => unknown, loaded, args)
  })
  loaders.set(group, load)
  return group
}
