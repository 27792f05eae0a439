import type { BrowserWindow } from 'electron'
import type { ErrorData } from '../contract/errors.ts'
import { said, say } from '../contract/words.ts'
import { ask } from './ask.ts'
import { planRecovery } from './plan-recovery.ts'
import { words } from './words.ts'

/** Brings a page back that crashed or hangs, and has the user told. Its drafts are on disk. */
export function recoverPage(window: BrowserWindow, notify: (notice: ErrorData) => void): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    crashes.push(Date.now())
    void recover(reason)
  })
  offerReload(window)

  async function recover(reason: string): Promise<void> {
    const mayReload = planRecovery(crashes) === 'reload' || (await askToReload(window))
    if (window.isDestroyed()) return
    if (!mayReload) {
      window.destroy()
      return
    }
    notify(crashed(reason))
    window.webContents.reload()
  }
}

function askToReload(window: BrowserWindow): Promise<boolean> {
  return ask(window, {
    message: words.crashedOften,
    detail: words.crashedOftenDetail,
    yes: words.loadAgain,
    no: words.closeWindow,
  })
}

/** A page that hangs may come to itself; until then the user chooses between waiting and another start. */
function offerReload(window: BrowserWindow): void {
  let question: AbortController | null = null
  window.on('responsive', () => question?.abort())
  window.on('unresponsive', () => {
    if (question) return
    question = new AbortController()
    const { message, detail } = { message: words.notAnswering, detail: words.notAnsweringDetail }
    void ask(window, { message, detail, yes: words.wait, no: words.loadAgain }, question.signal).then(
      (waits) => {
        const isBack = question?.signal.aborted
        question = null
        // The crash is then recovered from as any other.
        if (!waits && !isBack && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
      },
    )
  })
}

function crashed(reason: string): ErrorData {
  return said<ErrorData>({
    code: 'page-crashed',
    message: say`The page failed (${reason}) and was loaded again.`,
    hint: 'Text that was not saved is back. If it happens again, report it with what you did before.',
  })
}
