import type { Watch } from './watch.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

const intervalMs = 250

/** Looks again and again for a folder that is gone; tells once it is there, and goes on looking where that fails. */
export function awaitFolder(files: WorkspaceFiles, onReturn: () => Promise<void>): Watch {
  let isClosed = false
  let timer: NodeJS.Timeout
  const lookLater = (): void => {
    timer = setTimeout(() => void look().catch(lookLater), intervalMs)
  }

  async function look(): Promise<void> {
    const isBack = await files.exists()
    if (isClosed) return
    if (isBack) await onReturn()
    else lookLater()
  }

  lookLater()
  return {
    close: () => {
      isClosed = true
      clearTimeout(timer)
      return Promise.resolve()
    },
  }
}
