import { useToast } from '@nuxt/ui/composables'
import { t } from '../messages/translate.ts'
import { useFailures } from '../shell/failures-store.ts'

/** What says that something is deleted and offers to bring it back. */
export function undoOffer(): (title: string, undo: () => Promise<unknown>) => void {
  const toast = useToast()
  const { attempt } = useFailures()

  return (title, undo) => {
    toast.add({
      title,
      icon: 'i-lucide-trash-2',
      actions: [
        {
          label: t('lambda.undo'),
          color: 'primary',
          variant: 'soft',
          onClick: () => void attempt(undo),
        },
      ],
    })
  }
}
