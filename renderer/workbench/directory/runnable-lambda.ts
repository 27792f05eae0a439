import type { MemberRun } from '../../../electron/contract/models/directory-run.ts'
import { bodyOf } from '../../documents/document.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { useLambdas } from '../../features/lambdas/lambdas-store.ts'
import { useWorkspace } from '../../features/workspace/workspace-store.ts'

/** A lambda of the workspace as it stands in the editor, saved or not, ready to be run on any input. */
export async function runnableLambda(slug: string): Promise<MemberRun['run'] | undefined> {
  const documents = useDocuments()
  const lambda = useLambdas().find(slug)
  await documents.open(bodyOf(slug))
  const body = documents.find(bodyOf(slug))?.text
  if (!lambda || body === undefined) return undefined
  const { type, engineType, debug } = lambda
  return { type, engineType, debug, body, ecmaVersion: useWorkspace().info?.config.ecmaVersion ?? 2021 }
}
