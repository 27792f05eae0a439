import { watchEffect } from 'vue'
import { useDocuments } from '../documents/documents-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'

/** Names the window after what is worked on, with a dot while something is not saved. */
export function showTitle(): void {
  const lambdas = useLambdas()
  const documents = useDocuments()
  const workspace = useWorkspace()
  watchEffect(() => {
    const parts = [lambdas.active?.name, workspace.info?.name, 'Lambda Studio'].filter(Boolean)
    document.title = `${documents.unsaved.length > 0 ? '● ' : ''}${parts.join(' — ')}`
  })
}
