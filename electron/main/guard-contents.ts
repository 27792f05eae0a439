import { app, session } from 'electron'
import { isOwnPage } from './own-page.ts'
import { openLink } from './open-link.ts'

/** Keeps every page where it is: no navigation, no new windows, no embedded pages. Links to documents open in the browser. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url)
      return { action: 'deny' }
    })
  })
}

/** The page needs none of what pages may ask for, but to put text on the clipboard and to notify its user. */
export function denyPermissions(): void {
  const { defaultSession } = session
  const isAllowed = (permission: string): boolean =>
    ['clipboard-sanitized-write', 'notifications'].includes(permission)
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  defaultSession.setDevicePermissionHandler(() => false)
}

/** What the studio hands out goes where a dialog of the system says, so that no page puts a file anywhere by itself. */
export function denyDownloads(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault())
}

/** Schemes under which a page could reach other machines, or files of this one. */
const remote = ['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:']

/** No page loads anything from outside, whatever its content policy; the studio's own requests come from no page. */
export function blockRemoteContent(): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url, webContentsId }, answer) => {
    answer({ cancel: webContentsId !== undefined && remote.includes(new URL(url).protocol) })
  })
}
