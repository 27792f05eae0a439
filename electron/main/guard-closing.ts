import type { BrowserWindow } from 'electron'
import { ask } from './ask.ts'
import { words } from './words.ts'

export interface ClosingPorts {
  /** Whether this window's studio writes to an instance. */
  readonly isWriting: () => Promise<boolean>
  /** Notes where the window is, for the next time. */
  readonly keepPlace: () => Promise<void>
  /** Whether the page said that it has unsaved text; Chromium lets it speak at its end only once it was clicked or typed in. */
  readonly isUnsaved: () => boolean
  /** Has the page ask about its unsaved text; `answer` is called with what comes of it. */
  readonly askPage: () => void
  /** The user keeps the window open: whoever wanted it closed gives up. */
  readonly stayed: () => void
}

/** Lets a window close only once nothing is lost by it. Gives what takes the page's answer. */
export function guardClosing(window: BrowserWindow, ports: ClosingPorts): (mayClose: boolean) => void {
  /** No job is in the way; what the page says decides. */
  let isUpToPage = false

  window.on('close', (event) => {
    if (isUpToPage) return
    event.preventDefault()
    void lookAtJobs()
  })
  window.webContents.on('will-prevent-unload', (event) => {
    // Without a wish to close it is a page that loads itself again; its drafts bring the text back.
    if (!isUpToPage) event.preventDefault()
    else ports.askPage()
    isUpToPage = false
  })

  async function lookAtJobs(): Promise<void> {
    await ports.keepPlace()
    const mayStop = !(await ports.isWriting()) || (await askToStop(window))
    if (window.isDestroyed()) return
    isUpToPage = mayStop
    if (!mayStop) ports.stayed()
    else if (ports.isUnsaved()) ports.askPage()
    else window.close()
  }

  return (mayClose) => {
    if (mayClose) {
      window.close()
      return
    }
    isUpToPage = false
    ports.stayed()
  }
}

async function askToStop(window: BrowserWindow): Promise<boolean> {
  const { writing: message, writingDetail: detail } = words
  return !(await ask(window, { message, detail, yes: words.keepOpen, no: words.stopAndClose }))
}
