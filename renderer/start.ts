import { watch } from 'vue'
import { guardPage } from './documents/close-guard.ts'
import { keepDrafts } from './documents/keep-drafts.ts'
import { useTypes } from './features/types/types-store.ts'
import { guardForms } from './forms/forms-store.ts'
import { useConnection } from './shell/connection-store.ts'
import { followRegions } from './shell/regions.ts'
import { useFailures } from './shell/failures-store.ts'
import { followShell } from './shell/follow-shell.ts'
import { showTitle } from './shell/show-title.ts'
import { tellMenu } from './shell/tell-menu.ts'
import { tellWords } from './shell/tell-words.ts'
import { useTheme } from './shell/theme-store.ts'
import { followDisabled } from './ui/carry-focus.ts'
import { followLayers } from './ui/leaving-layers.ts'
import { checkActive } from './workbench/check-active.ts'
import { prepareActive } from './workbench/prepare-active.ts'
import { followDirectory } from './workbench/directory/follow-directory.ts'
import { followDocuments } from './workbench/follow-documents.ts'
import { followInstance } from './workbench/follow-instance.ts'
import { followSettings } from './workbench/follow-settings.ts'
import { enterWorkspace, followWorkspace } from './workbench/follow-workspace.ts'

/** Brings the page to where the user left it; where no workspace is open, to the choice of one. */
export function start(): void {
  useTheme()
  const connection = useConnection()
  const types = useTypes()

  showTitle()
  followRegions()
  followLayers()
  followDisabled()
  keepDrafts()
  guardPage()
  guardForms()
  followDocuments()
  followWorkspace()
  prepareActive()
  checkActive()
  followInstance()
  followSettings()
  followDirectory()
  tellWords()
  tellMenu()
  followShell()
  void connection.ask()
  void types.load()
  void useFailures().attempt(enterWorkspace)
  watch(
    () => connection.connected,
    (connected) => {
      if (connected && types.failure) void types.load()
    },
  )
}
