import { watch } from 'vue'
import type { SettingId, SettingsState, SettingValues } from '../../electron/contract/models/setting.ts'
import { useEditorSettings } from '../editor/editor-settings-store.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { changeLocale, isAskedByAddress } from '../messages/locale.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useTheme } from '../shell/theme-store.ts'
import { useZoom } from '../shell/zoom-store.ts'

/** Where the page acts on a setting, and may change it by a control of its own. */
interface Binding<Id extends SettingId = SettingId> {
  readonly id: Id
  readonly read: () => SettingValues[Id]
  readonly apply: (value: SettingValues[Id]) => void
}

const bind = <Id extends SettingId>(
  id: Id,
  read: () => SettingValues[Id],
  apply: (value: SettingValues[Id]) => void,
): Binding => ({ id, read, apply: (value) => apply(value as SettingValues[Id]) })

/** What the page kept by itself was taken over into the settings of the host. */
const movedKey = 'studio.settings.moved'

/** Keeps the page and the settings in step: a change in either is a change in both. */
export function followSettings(): void {
  const settings = useSettings()
  const bindings = bindingsOfPage()

  for (const { id, read } of bindings)
    watch(read, (value) => {
      if (settings.state && settings.values[id] !== value) void settings.change(id, value)
    })
  watch(
    () => settings.state,
    (state, before) => {
      if (!state) return
      const moved = before ? [] : takeOver(bindings, state)
      for (const binding of bindings) if (!moved.includes(binding)) follow(binding, state)
    },
  )
  watch(
    () => settings.state,
    (state) => state && !isAskedByAddress() && changeLocale(state.values['appearance.language']),
  )
  watch(
    () => settings.values['appearance.motion'],
    (motion) => (useTheme().motion = motion),
    { immediate: true },
  )
  watch(
    () => settings.state && [settings.values['runs.time'], settings.values['runs.memory']].join(),
    (_limits, before) => {
      if (before !== undefined) useTests().saved('all')
    },
  )
  watch(
    () => useConnection().resumed,
    () => void useFailures().attempt(settings.load),
    { immediate: true },
  )
}

function follow({ id, read, apply }: Binding, { values }: SettingsState): void {
  if (read() !== values[id]) apply(values[id])
}

function bindingsOfPage(): readonly Binding[] {
  const theme = useTheme()
  const zoom = useZoom()
  const tests = useTests()
  const editor = useEditorSettings()
  return [
    bind('appearance.theme', () => theme.choice, theme.choose),
    bind('appearance.zoom', () => zoom.percent, zoom.set),
    bind(
      'editor.fontSize',
      () => editor.fontSize,
      (size) => (editor.fontSize = size),
    ),
    bind(
      'editor.wordWrap',
      () => editor.wordWrap,
      (on) => (editor.wordWrap = on),
    ),
    bind(
      'editor.minimap',
      () => editor.minimap,
      (on) => (editor.minimap = on),
    ),
    bind('tests.watch', () => tests.watching, tests.setWatching),
  ]
}

/** Once per page: what was chosen here before the host kept it, and is not in its file, goes there. */
function takeOver(bindings: readonly Binding[], { values, changed }: SettingsState): readonly Binding[] {
  if (localStorage.getItem(movedKey) !== null) return []
  localStorage.setItem(movedKey, 'yes')
  const moved = bindings.filter(({ id, read }) => !changed.includes(id) && read() !== values[id])
  for (const { id, read } of moved) void useSettings().change(id, read())
  return moved
}
