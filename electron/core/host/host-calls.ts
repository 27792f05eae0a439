import { mkdir } from 'node:fs/promises'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import type { StudioLog } from '../log/studio-log.ts'
import type { StudioPorts } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import { diagnosticsText } from './diagnostics.ts'
import { openOnHost } from './open-on-host.ts'

type HostPorts = Pick<StudioPorts, 'host' | 'openPath' | 'logFolder'>

/** The calls about the host itself. */
export function hostCalls(
  { host, openPath, logFolder: folder }: HostPorts,
  { settings, log }: { readonly settings: Settings; readonly log: StudioLog },
): Pick<CheckedApi<StudioApi>, 'host'> {
  const logFolder = folder ?? null
  return {
    host: {
      info: checked([], () => Promise.resolve(host)),
      diagnostics: checked([], async () => {
        const { sandbox, failures } = log
        return diagnosticsText({ host, settings: await settings.read(), sandbox, failures })
      }),
      logFolder: checked([], () => Promise.resolve(logFolder)),
      openLogFolder: checked([], async () => {
        if (logFolder !== null) await mkdir(logFolder, { recursive: true })
        await openOnHost(openPath, logFolder)
      }),
    },
  }
}
