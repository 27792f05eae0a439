import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { EventHub } from '../contract/event-hub.ts'
import { callChannel, eventChannel } from '../contract/page-address.ts'
import type { Server } from '../contract/serve.ts'
import type { CallResult, Unsubscribe } from '../contract/transport.ts'
import { isOwnPage } from './own-page.ts'

/**
 * Answers the calls of each page by the studio of its own window.
 * Anything that is not our page in the main frame of one of our windows is refused.
 */
export function answerCalls(serverOf: (contentsId: number) => Server | undefined): void {
  ipcMain.handle(callChannel, (event, path: unknown, args: unknown): Promise<CallResult> => {
    const server = isOwnSender(event) ? serverOf(event.sender.id) : undefined
    return server ? server(String(path), Array.isArray(args) ? args : []) : Promise.resolve(refused)
  })
}

/** Sends every event of a window's studio to its page, for as long as it shows ours. */
export function forwardEvents(hub: EventHub, contents: WebContents): Unsubscribe {
  return hub.subscribe((event, payload) => {
    if (!contents.isDestroyed() && isOwnPage(contents.getURL())) contents.send(eventChannel, event, payload)
  })
}

function isOwnSender({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
}

const refused: CallResult = {
  ok: false,
  error: {
    code: 'sender-refused',
    message: 'The call did not come from the page of the studio.',
    hint: 'Restart the studio.',
  },
}
