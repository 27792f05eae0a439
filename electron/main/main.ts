import { app } from 'electron'
import { EventHub } from '../contract/event-hub.ts'
import { serve } from '../contract/serve.ts'
import { installationRoot, sandboxLauncher } from '../core/runs/sandbox-launcher.ts'
import { createStudio } from '../core/studio.ts'
import { hostInfo } from './host-info.ts'
import { answerCalls, forwardEvents } from './ipc.ts'
import { denyPermissions, guardContents } from './guard-contents.ts'
import { registerPageScheme, servePage } from './page-scheme.ts'
import { MainWindow } from './main-window.ts'

registerPageScheme()

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const root = installationRoot(import.meta.url)
  const hub = new EventHub()
  const studio = createStudio({
    host: hostInfo(),
    sandbox: sandboxLauncher(import.meta.url),
    keepSpare: true,
    emit: hub.emit,
  })
  const window = new MainWindow(root)
  app.enableSandbox()
  guardContents()
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit())
  app.on('quit', () => studio.close())

  await app.whenReady()
  denyPermissions()
  servePage(root)
  answerCalls(serve(studio.api))
  forwardEvents(hub)
  window.show()
}
