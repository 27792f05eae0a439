import { join } from 'node:path'
import { app } from 'electron'
import { pageScheme } from '../contract/page-address.ts'
import { installationRoot, sandboxLauncher } from '../core/runs/sandbox-launcher.ts'
import { readSettings } from '../core/settings/read-settings.ts'
import { EmbeddedDemo } from '../demo/embedded-demo.ts'
import { ask, tell } from './ask.ts'
import { desktopCredentials } from './desktop-credentials.ts'
import { desktopSettings } from './desktop-settings.ts'
import { followRequests } from './follow-requests.ts'
import { blockRemoteContent, denyDownloads, denyPermissions, guardContents } from './guard-contents.ts'
import { hearRequests } from './hear-requests.ts'
import { readHostInfo } from './host-info.ts'
import { answerCalls } from './ipc.ts'
import { registerPageScheme, servePage } from './page-scheme.ts'
import type { CommandLine } from './read-arguments.ts'
import { StudioWindows } from './studio-windows.ts'
import { loadUpdater, Updates } from './updates.ts'
import { words } from './words.ts'

registerPageScheme()
app.enableSandbox()

const commandLine: CommandLine = { args: process.argv.slice(process.defaultApp ? 2 : 1), cwd: process.cwd() }
if (app.requestSingleInstanceLock(commandLine)) void start()
else app.quit()

async function start(): Promise<void> {
  guardContents()
  const requests = hearRequests(commandLine)
  await app.whenReady()
  denyPermissions()
  denyDownloads()
  blockRemoteContent()
  // The installers of macOS and Linux say which links are the program's; on Windows it says so itself.
  if (app.isPackaged) app.setAsDefaultProtocolClient(pageScheme)
  servePage(installationRoot(import.meta.url))

  const settings = desktopSettings()
  const windows = await makeWindows(settings)
  answerCalls(windows.serverOf)
  const { departure } = windows
  app.on('before-quit', () => {
    if (departure.why === 'none') departure.why = 'quit'
  })
  app.on('window-all-closed', () => {
    if (departure.why !== 'update' && (process.platform !== 'darwin' || departure.why === 'quit')) app.quit()
  })
  await followRequests(requests, { windows, settings })
}

async function makeWindows(settings: ReturnType<typeof desktopSettings>): Promise<StudioWindows> {
  const embedded = new EmbeddedDemo(join(app.getPath('userData'), 'demo.jsonl'))
  const host = await readHostInfo()
  const windows: StudioWindows = new StudioWindows(
    {
      root: installationRoot(import.meta.url),
      host,
      sandbox: sandboxLauncher(import.meta.url),
      settings,
      credentials: desktopCredentials(settings),
      embedded,
    },
    () => updates.check(true),
  )
  const updates = new Updates({
    updater: loadUpdater,
    ask: (question) => ask(null, question),
    tell: (message) => tell(null, message, words.ok),
    idle: () => windows.idle(),
    isBusy: () => windows.isBusy(),
    closeAll: () => windows.closeAll('update'),
  })
  app.on('quit', () => void embedded.close())
  const { values } = readSettings((await settings.all()).values)
  if (host.capabilities.updates && values['updates.check']) void updates.check(false)
  return windows
}
