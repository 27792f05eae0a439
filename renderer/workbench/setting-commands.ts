import { useToast } from '@nuxt/ui/composables'
import { offerCommands } from '../commands/offer-commands.ts'
import { hasCheckPage } from '../features/checks/check-pages.ts'
import { useCheckPages } from '../features/checks/check-pages-store.ts'
import { copyDiagnostics } from '../features/settings/copy-diagnostics.ts'
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
  ])
}
