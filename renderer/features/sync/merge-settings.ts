import type { LambdaState, SyncDifference } from '../../../electron/contract/models/sync.ts'
import type { MergedLambda } from '../../../electron/contract/models/sync-order.ts'

/** Parts of a lambda beside its body and type, which are chosen whole. */
export type MergeSetting = 'name' | 'engineType' | 'debug'
export type Side = 'local' | 'remote'
export type Picks = Readonly<Partial<Record<MergeSetting, Side>>>

export const mergeSettings: readonly MergeSetting[] = ['name', 'engineType', 'debug']

/** The settings that both sides changed differently, so that somebody has to choose. */
export function disputedSettings({ merge }: Pick<SyncDifference, 'merge'>): readonly MergeSetting[] {
  if (merge?.kind !== 'conflicts') return []
  return mergeSettings.filter((setting) => merge.fields.includes(setting))
}

type Sides = Pick<SyncDifference, 'local' | 'remote' | 'base' | 'merge'>

/** Both sides brought together with the choices made; null while a choice or a side is missing. */
export function mergedLambda(difference: Sides, picks: Picks, body: string): MergedLambda | null {
  const { local, remote, base } = difference
  if (!local || !remote) return null
  if (disputedSettings(difference).some((setting) => picks[setting] === undefined)) return null
  const from = (setting: MergeSetting): LambdaState =>
    (picks[setting] ?? changedSide(local[setting], remote[setting], base?.[setting])) === 'local'
      ? local
      : remote
  return {
    name: from('name').name,
    engineType: from('engineType').engineType,
    debug: from('debug').debug,
    body,
  }
}

/** The side that was changed since the base. */
function changedSide<T>(local: T, remote: T, base: T | undefined): Side {
  return local === remote || remote === base ? 'local' : 'remote'
}
