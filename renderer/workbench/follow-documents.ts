import { watch } from 'vue'
import { forgetModel } from '../editor/editor-models.ts'
import { loadMonaco } from '../editor/load-monaco.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { extraFiles } from './extra-files.ts'
import { bodyAddress, inputAddress } from './run-request.ts'

/** Keeps the editor in step with the open lambdas: tells it their types, and forgets the closed ones. */
export function followDocuments(): void {
  const lambdas = useLambdas()
  const types = useTypes()

  watch(
    () => lambdas.open.map(({ id, type }) => `${id} ${types.find(type)?.type ?? ''}`).join('\n'),
    async () => {
      const monaco = await loadMonaco()
      monaco.javascriptDefaults.setExtraLibs(extraFiles(lambdas.open, types.find))
    },
    { immediate: true },
  )
  watch(
    () => lambdas.open.map(({ id }) => id),
    (now, before) => before.filter((id) => !now.includes(id)).forEach(forget),
  )
}

function forget(id: string): void {
  void forgetModel(bodyAddress(id))
  void forgetModel(inputAddress(id))
}
