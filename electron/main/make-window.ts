import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { smallestWindow, type WindowPlace } from './place-window.ts'

/** The colours of the page's ground in its two themes, so that nothing flashes before it paints. */
const ground = { light: '#ffffff', dark: '#18181b' }

/** A window for our page: in a sandbox, without Node, and not shown yet. */
export function makeWindow(root: string, { bounds }: WindowPlace): BrowserWindow {
  return new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: join(root, 'out', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
}
