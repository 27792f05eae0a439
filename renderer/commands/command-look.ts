import { computed, reactive } from 'vue'
import { t } from '../messages/translate.ts'
import { useCommands } from './commands-store.ts'
import { ariaKeys, keyNames } from './keys.ts'

/** What a control shows of the command that it carries out, about `target` where there is one. */
export function useCommandLook(of: () => { readonly id: string; readonly target?: string | undefined }) {
  const commands = useCommands()
  const command = computed(() => commands.commands.get(of().id))
  const title = computed(() => (command.value ? t(command.value.title) : ''))
  const icon = computed(() => command.value?.icon ?? 'i-lucide-chevron-right')
  const keys = computed(() => commands.keysOf(of().id))
  const applies = computed(() => commands.applies(of().id, of().target))
  const hint = computed(() =>
    keys.value === undefined ? undefined : `${title.value} (${keyNames(keys.value).join(' ')})`,
  )
  const run = (): void => void commands.run(of().id, of().target)

  return reactive({
    title,
    icon,
    keys,
    applies,
    hint,
    ariaKeys: computed(() => keys.value && ariaKeys(keys.value)),
    run,
  })
}
