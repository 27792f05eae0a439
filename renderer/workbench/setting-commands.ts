import { useToast } from '@nuxt/ui/composables'
import { offerCommands } from '../commands/offer-commands.ts'
import type { SettingId } from '../../electron/contract/models/setting.ts'
import { useAbout } from '../features/about/about-store.ts'
import { hasCheckPage } from '../features/checks/check-pages.ts'
import { useCheckPages } from '../features/checks/check-pages-store.ts'
import { copyDiagnostics } from '../features/settings/copy-diagnostics.ts'
import { titleOf } from '../features/settings/setting-words.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { t } from '../messages/translate.ts'
import { studio } from '../studio.ts'

/** Offers the settings, what the checks mean, and what helps to report that something went wrong. */
export function offerSettingCommands(): void {
  const layout = useLayout()
  const checkPages = useCheckPages()
  const connection = useConnection()
  const { attempt } = useFailures()
  const toast = useToast()
  const settings = useSettings()
  const palette = usePalette()
  const changed = (): readonly SettingId[] => settings.state?.changed ?? []
  const askWhich = (): void =>
    palette.ask(
      'command.resetSetting',
      changed().map((id) => ({ id, label: titleOf(id), go: () => void settings.reset(id) })),
    )
  const mayOpen = (): boolean => connection.host?.capabilities.openPaths ?? false

  async function copy(): Promise<void> {
    await copyDiagnostics()
    toast.add({ title: t('support.copied'), icon: 'i-lucide-clipboard-check', type: 'background' })
  }

  offerCommands([
    { id: 'settings.show', title: 'command.settings', keys: 'Mod+,', run: () => layout.show('settings') },
    {
      id: 'settings.openFile',
      title: 'command.settingsFile',
      enabled: mayOpen,
      run: () => void attempt(() => studio.settings.openFile()),
    },
    {
      id: 'settings.resetAll',
      title: 'command.resetSettings',
      icon: 'i-lucide-rotate-ccw',
      enabled: () => changed().length > 0,
      run: () => void attempt(settings.resetAll),
    },
    {
      id: 'settings.reset',
      title: 'command.resetSetting',
      icon: 'i-lucide-rotate-ccw',
      enabled: (target) => target !== undefined || changed().length > 0,
      run: (target) => {
        if (target === undefined) askWhich()
        else void settings.reset(target as SettingId)
      },
    },
    {
      id: 'help.checks',
      title: 'command.checks',
      icon: 'i-lucide-book-open-check',
      enabled: (code) => code === undefined || hasCheckPage(code),
      run: (code) => void attempt(() => checkPages.show(code)),
    },
    {
      id: 'help.openLogFolder',
      title: 'support.logFolder',
      enabled: mayOpen,
      run: () => void attempt(() => studio.host.openLogFolder()),
    },
    { id: 'help.copyDiagnostics', title: 'support.diagnosticsCopy', run: () => void attempt(copy) },
    { id: 'help.about', title: 'command.about', icon: 'i-lucide-info', run: () => void useAbout().show() },
  ])
}
