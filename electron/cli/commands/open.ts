import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import type { StudioApi } from '../../contract/api.ts'
import { EventHub } from '../../contract/event-hub.ts'
import { installationRoot, sandboxLauncher } from '../../core/runs/sandbox-launcher.ts'
import { createStudio } from '../../core/studio.ts'
import { findWorkspace } from '../../core/workspace/find-workspace.ts'
import { userFolders } from '../../core/settings/user-folders.ts'
import { EmbeddedDemo } from '../../demo/embedded-demo.ts'
import { startWebHost } from '../../web/web-host.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { openDesktop } from '../open-desktop.ts'

interface OpenOptions {
  readonly browser?: boolean
  readonly port: number
}

/** `open`: the studio as a desktop window, or as a page where that is asked for or there can be no window. */
export function openCommand(context: CommandContext): Command {
  return new Command('open')
    .description('Open the studio: a desktop window, or a page where Electron or a display is missing.')
    .argument('[dir]', 'folder of the workspace; by default the nearest one from here upward')
    .option('--browser', 'serve the page instead of opening a window')
    .option('--port <port>', 'port of the page', wholeNumber(0, 65_535), 4870)
    .option('--json', 'print the address of the page as JSON')
    .action((dir: string | undefined, options: OpenOptions) => open(context, dir, options))
}

async function open(context: CommandContext, dir: string | undefined, options: OpenOptions): Promise<void> {
  const root = installationRoot(context.process.entryUrl)
  const start = { folder: resolve(dir ?? '.'), isNamed: dir !== undefined }
  if (!options.browser) {
    const opened = await openDesktop(root, await folderToOpen(start), (text) => context.output.tell(text))
    if (opened.kind === 'closed') return
    context.output.tell(`No desktop window: ${opened.reason} Serving the page instead.`)
  }
  await servePage(context, start, { pageFolder: join(root, 'out', 'renderer'), port: options.port })
}

/** Where the user starts; a folder that is named is offered for a new workspace where it is none yet. */
interface Start {
  readonly folder: string
  readonly isNamed: boolean
}

/** A folder that is neither named nor a workspace opens nothing: the window then shows what was open before. */
async function folderToOpen({ folder, isNamed }: Start): Promise<string | null> {
  return isNamed ? folder : findWorkspace(folder).catch(() => null)
}

async function servePage(
  context: CommandContext,
  start: Start,
  { pageFolder, port }: { readonly pageFolder: string; readonly port: number },
): Promise<void> {
  if (!existsSync(join(pageFolder, 'index.html'))) throw notBuilt
  const hub = new EventHub()
  const { host, entryUrl } = context.process
  const embedded = new EmbeddedDemo(join(userFolders.data, 'demo.jsonl'))
  const studio = createStudio({
    host,
    sandbox: sandboxLauncher(entryUrl),
    keepSpare: true,
    emit: hub.emit,
    embedded,
    logFolder: userFolders.log,
    ...(start.isNamed && { startFolder: start.folder }),
  })
  await openIfWorkspace(studio.api, start.folder)
  const web = await startWebHost({ server: studio.server, hub, pageFolder, port, mayMove: port === 4870 })
  const { address, origin, token } = web
  context.output.result({ address, origin, token }, () => `Lambda Studio is at ${address}\nCtrl+C ends it.`)
  await context.process.interrupted()
  await web.close()
  studio.close()
  await embedded.close()
}

/** The page asks for a workspace where the folder is none: nothing is made unasked. */
async function openIfWorkspace(api: StudioApi, folder: string): Promise<void> {
  try {
    await api.workspace.open(folder)
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'not-a-workspace') throw thrown
  }
}

const notBuilt = new StudioError({
  code: 'page-not-built',
  message: 'The page is not built.',
  hint: 'Build it with npm run build, or start with npm start, which builds it.',
})
