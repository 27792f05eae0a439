import { useCloseGuard } from '../documents/close-guard.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { studio } from '../studio.ts'
import { enterWorkspace } from './follow-workspace.ts'

/** Opens another workspace in the place of this one, once unsaved text is decided about. */
export async function openWorkspace(folder: string): Promise<void> {
  if (!(await useCloseGuard().mayClose())) return
  await studio.workspace.open(folder)
  location.reload()
}

/** Closes the workspace and goes to the choice of another. */
export async function leaveWorkspace(): Promise<void> {
  if (!(await useCloseGuard().mayClose())) return
  await studio.workspace.close()
  location.reload()
}

/** Opens the same folder again, as after it was away or its edits were not told. */
export async function lookAgain(): Promise<void> {
  const workspace = useWorkspace()
  if (!workspace.info) return
  await studio.workspace.open(workspace.info.folder)
  workspace.gone = false
  workspace.unwatched = null
  await enterWorkspace()
}
