import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { mayLeavePage } from '../forms/may-leave-page.ts'
import { hasCapability } from '../shell/capabilities.ts'
import { studio } from '../studio.ts'
import { enterWorkspace } from './follow-workspace.ts'

/** Opens another workspace: in its own window where the host has many, else in the place of this one. */
export async function openWorkspace(folder: string): Promise<void> {
  if ((await studio.shell.placeWorkspace(folder)) === 'elsewhere') return
  if (!(await mayLeavePage())) return
  await studio.workspace.open(folder)
  location.reload()
}

/** Has the user choose the folder of a workspace in a dialog of the system, and opens it. */
export async function chooseWorkspace(): Promise<void> {
  const folder = await studio.shell.chooseFolder()
  if (folder !== null) await openWorkspace(folder)
}

/** Goes to the choice of another workspace: in a window of its own, or by closing this one. */
export async function leaveWorkspace(): Promise<void> {
  if (hasCapability('manyWindows')) {
    await studio.shell.openWindow()
    return
  }
  if (!(await mayLeavePage())) return
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
