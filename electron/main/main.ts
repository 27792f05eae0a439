import { join } from 'node:path'
import { app, net, shell } from 'electron'
import { EventHub } from '../contract/event-hub.ts'
import { installationRoot, sandboxLauncher } from '../core/runs/sandbox-launcher.ts'
import { createStudio } from '../core/studio.ts'
import { EmbeddedDemo } from '../demo/embedded-demo.ts'
import { desktopCredentials } from './desktop-credentials.ts'
import { desktopSettings } from './desktop-settings.ts'
import { denyPermissions, guardContents } from './guard-contents.ts'
import { readHostInfo } from './host-info.ts'
import { answerCalls, forwardEvents } from './ipc.ts'
import { MainWindow } from './main-window.ts'
import { registerPageScheme, servePage } from './page-scheme.ts'

registerPageScheme()
app.enableSandbox()

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const root = installationRoot(import.meta.url)
  const window = new MainWindow(root)
  guardContents()
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  await app.whenReady()
  denyPermissions()
  servePage(root)
  await startStudio()
  window.show()
}

async function startStudio(): Promise<void> {
  const hub = new EventHub()
  const embedded = new EmbeddedDemo(join(app.getPath('userData'), 'demo.jsonl'))
  const settings = desktopSettings()
  const studio = createStudio({
    host: await readHostInfo(),
    sandbox: sandboxLauncher(import.meta.url),
    keepSpare: true,
    emit: hub.emit,
    settings,
    embedded,
    logFolder: app.getPath('logs'),
    openPath: async (path) => (await shell.openPath(path)) || null,
    credentials: desktopCredentials(settings),
    // Chromium's network knows the proxy and the certificates of the system.
    fetch: (request, init) => net.fetch(request, init),
  })
  app.on('quit', () => {
    studio.close()
    void embedded.close()
  })
  const folder = app.commandLine.getSwitchValue('workspace')
  // Where the folder is no workspace, the page asks for one.
  if (folder !== '') await studio.api.workspace.open(folder).catch(() => undefined)
  answerCalls(studio.server)
  forwardEvents(hub)
}
