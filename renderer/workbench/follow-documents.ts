import { watch } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { forgetModel } from '../editor/editor-models.ts'
import { loadMonaco } from '../editor/load-monaco.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useInputSchemas } from '../features/inputs/input-schemas-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { extraFiles, jsonSchemas, snippetScopes } from './editor-knowledge.ts'
import { bodyAddress, inputAddress } from './run-request.ts'

/** Keeps the editor in step with the open lambdas: tells it what it must know of them, and forgets the closed ones. */
export function followDocuments(): void {
  const lambdas = useLambdas()
  const types = useTypes()
  const schemas = useInputSchemas()

  watch(
    () => lambdas.open.map(({ id, type }) => `${id} ${types.find(type)?.type ?? ''}`).join('\n'),
    async () => {
      const { open } = lambdas
      const [monaco] = await Promise.all([loadMonaco(), schemas.load(open.map(({ type }) => type))])
      monaco.javascriptDefaults.setExtraLibs(extraFiles(open, types.find))
      monaco.setSnippetScopes(snippetScopes(open, types.find))
      monaco.jsonDefaults.setDiagnosticsOptions({
        validate: true,
        allowComments: false,
        // An input that does not fit its type is marked; it runs all the same.
        schemaValidation: 'warning',
        schemas: jsonSchemas(open, schemas.of),
      })
    },
    { immediate: true },
  )
  watch(
    () => lambdas.open.map(({ id }) => id),
    (now, before) => before.filter((id) => !now.includes(id)).forEach(forget),
  )
}

function forget(id: string): void {
  useChecks().forget(id)
  void forgetModel(bodyAddress(id))
  void forgetModel(inputAddress(id))
}
