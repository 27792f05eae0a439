import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { EventHub } from '../contract/event-hub.ts'
import { callChannel, eventChannel } from '../contract/page-address.ts'
import type { Server } from '../contract/serve.ts'
import type { CallResult } from '../contract/transport.ts'
import { isOwnPage } from './own-page.ts'

/** Answers the page's calls; anything that is not our page in its main frame is refused. */
export function answerCalls(server: Server): void {
  ipcMain.handle(callChannel, (event, path: unknown, args: unknown): Promise<CallResult> => {
    if (!isOwnSender(event)) return Promise.resolve(refused)
    return server(String(path), Array.isArray(args) ? args : [])
  })
}

/** Sends every event to every window that shows our page. */
export function forwardEvents(hub: EventHub): void {
  hub.subscribe((event, payload) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (!webContents.isDestroyed() && isOwnPage(webContents.getURL()))
        webContents.send(eventChannel, event, payload)
    }
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
