import { useCloseGuard } from '../../documents/close-guard.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { useFailures } from '../../shell/failures-store.ts'
import { useLambdas } from './lambdas-store.ts'

/** Closes the tabs of lambdas, once the user has decided about what is not saved. */
export async function closeLambdas(ids: readonly string[]): Promise<void> {
  const guard = useCloseGuard()
  if (!(await useFailures().attempt(() => guard.mayClose(ids)))) return
  const documents = useDocuments()
  ids.forEach(documents.closeLambda)
  useLambdas().close(ids)
}
