import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import { installationRoot } from '../../core/runs/sandbox-launcher.ts'
import { findWorkspace } from '../../core/workspace/find-workspace.ts'
import { builtPage } from '../../web/page-source.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { openDesktop } from '../open-desktop.ts'
import { servePage, usualPort, type StartFolder } from '../serve-page.ts'

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
    .option('--port <port>', 'port of the page', wholeNumber(0, 65_535), usualPort)
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
  const pageFolder = join(root, 'out', 'renderer')
  if (!existsSync(join(pageFolder, 'index.html'))) throw notBuilt
  const { port } = options
  await servePage(context, { ...start, page: builtPage(pageFolder), port, mayMove: port === usualPort })
}

/** A folder that is neither named nor a workspace opens nothing: the window then shows what was open before. */
async function folderToOpen({ folder, isNamed }: StartFolder): Promise<string | null> {
  return isNamed ? folder : findWorkspace(folder).catch(() => null)
}

const notBuilt = new StudioError({
  code: 'page-not-built',
  message: 'The page is not built.',
  hint: 'Build it with npm run build, or start with npm start, which builds it.',
})
