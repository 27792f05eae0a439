import { watch } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { forgetModels } from '../editor/editor-models.ts'
import { loadMonaco, type Monaco } from '../editor/load-monaco.ts'
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

  async function tellEditor(): Promise<void> {
    // The editor is large: it is loaded once there is something to show in it.
    if (lambdas.open.length === 0) return
    const names = lambdas.open.map(({ type }) => type)
    const read = Promise.all([schemas.load(names), cases.load(names)])
    // What is known already is told at once: completion must not wait for schemas that the studio is asked for.
    tellTypes(await loadMonaco())
    await read
    tellSchemas(await loadMonaco())
  }

  function tellTypes(monaco: Monaco): void {
    monaco.javascriptDefaults.setExtraLibs(extraFiles(lambdas.open, types.find))
    monaco.setSnippetScopes(snippetScopes(lambdas.open, types.find))
  }

  function tellSchemas(monaco: Monaco): void {
    monaco.jsonDefaults.setDiagnosticsOptions({
      validate: true,
      allowComments: false,
      // An input that does not fit its type is marked; it runs all the same.
      schemaValidation: 'warning',
      schemas: [...jsonSchemas(lambdas.open, schemas.of), ...caseSchemas(lambdas.open, cases.of)],
    })
  }

  watch(
    () => lambdas.open.map(({ id, type }) => `${id} ${types.find(type)?.type ?? ''}`).join('\n'),
    tellEditor,
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
