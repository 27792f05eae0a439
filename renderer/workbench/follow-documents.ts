import { watch } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { forgetModels } from '../editor/editor-models.ts'
import { loadMonaco } from '../editor/load-monaco.ts'
import { useCaseSchemas } from '../features/cases/case-schemas-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useInputSchemas } from '../features/inputs/input-schemas-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { caseSchemas, extraFiles, jsonSchemas, snippetScopes } from './editor-knowledge.ts'
import { lambdaAddress } from './addresses.ts'

/** Keeps the editor in step with the open lambdas: tells it what it must know of them, and forgets the closed ones. */
export function followDocuments(): void {
  const lambdas = useLambdas()
  const types = useTypes()
  const schemas = useInputSchemas()
  const cases = useCaseSchemas()

  watch(
    () => lambdas.open.map(({ id, type }) => `${id} ${types.find(type)?.type ?? ''}`).join('\n'),
    async () => {
      const { open } = lambdas
      // The editor is large: it is loaded once there is something to show in it.
      if (open.length === 0) return
      const names = open.map(({ type }) => type)
      const [monaco] = await Promise.all([loadMonaco(), schemas.load(names), cases.load(names)])
      monaco.javascriptDefaults.setExtraLibs(extraFiles(open, types.find))
      monaco.setSnippetScopes(snippetScopes(open, types.find))
      monaco.jsonDefaults.setDiagnosticsOptions({
        validate: true,
        allowComments: false,
        // An input that does not fit its type is marked; it runs all the same.
        schemaValidation: 'warning',
        schemas: [...jsonSchemas(open, schemas.of), ...caseSchemas(open, cases.of)],
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
  void forgetModels(lambdaAddress(id))
}
