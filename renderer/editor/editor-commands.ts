import { offerCommands } from '../commands/offer-commands.ts'
import { fontSizes } from './editor-settings.ts'
import { useEditorSettings } from './editor-settings-store.ts'

/** Offers what changes every editor at once, wherever the user is. */
export function offerEditorCommands(): void {
  const settings = useEditorSettings()
  offerCommands([
    {
      id: 'editor.largerText',
      title: 'command.largerText',
      keys: 'Mod+Alt+=',
      enabled: () => settings.fontSize < fontSizes.largest,
      run: () => settings.enlarge(1),
    },
    {
      id: 'editor.smallerText',
      title: 'command.smallerText',
      keys: 'Mod+Alt+-',
      enabled: () => settings.fontSize > fontSizes.smallest,
      run: () => settings.enlarge(-1),
    },
    {
      id: 'editor.usualText',
      title: 'command.usualText',
      keys: 'Mod+Alt+0',
      run: settings.resetFontSize,
    },
  ])
}
