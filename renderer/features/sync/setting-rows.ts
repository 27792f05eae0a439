import type { LambdaState, SyncDifference } from '../../../electron/contract/models/sync.ts'

type Setting = Exclude<keyof LambdaState, 'body'>

/** One setting of a lambda on both sides. */
export interface SettingRow {
  readonly field: Setting
  readonly differs: boolean
}

const settings: readonly Setting[] = ['name', 'type', 'engineType', 'debug']

/** The settings that differ; all of them where one side is not there, so that it is seen what there is. */
export function settingRows({ local, remote }: Pick<SyncDifference, 'local' | 'remote'>): SettingRow[] {
  const isWhole = local !== null && remote !== null
  const rows = settings.map((field) => ({ field, differs: isWhole && local[field] !== remote[field] }))
  return isWhole ? rows.filter(({ differs }) => differs) : rows
}
