import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { settingId, someSettingValue } from '../../contract/models/setting.ts'
import { openOnHost } from '../host/open-on-host.ts'
import type { OpenPath } from '../ports.ts'
import type { Settings } from './settings.ts'

/** The calls that read and change the user's settings. */
export function settingCalls(
  settings: Settings,
  openPath: OpenPath | undefined,
): Pick<CheckedApi<StudioApi>, 'settings'> {
  return {
    settings: {
      read: checked([], () => settings.read()),
      change: checked([settingId, someSettingValue], (id, value) => settings.change(id, value)),
      reset: checked([settingId.nullable()], (id) => settings.reset(id)),
      openFile: checked([], async () => openOnHost(openPath, await settings.toEdit())),
    },
  }
}
