import { dialog, type BrowserWindow } from 'electron'

/** A question with two answers; the first is what pressing Enter says. */
export interface Question {
  readonly message: string
  readonly detail?: string
  readonly yes: string
  readonly no: string
}

/** Asks in a dialog of the system; a dialog that is called off by the signal counts as a no. */
export async function ask(
  window: BrowserWindow | null,
  question: Question,
  signal?: AbortSignal,
): Promise<boolean> {
  const { message, detail = '', yes, no } = question
  const options = {
    type: 'question' as const,
    message,
    detail,
    buttons: [yes, no],
    defaultId: 0,
    cancelId: 1,
    signal,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response === 0
}

/** Says something in a dialog of the system. */
export async function tell(window: BrowserWindow | null, message: string, button: string): Promise<void> {
  const options = { type: 'info' as const, message, buttons: [button] }
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
