import { join } from 'node:path'
import { StudioError } from '../contract/errors.ts'
import type { StudioApi } from '../contract/api.ts'
import { EventHub } from '../contract/event-hub.ts'
import { userFolders } from '../core/settings/user-folders.ts'
import { createStudio } from '../core/studio.ts'
import { EmbeddedDemo } from '../demo/embedded-demo.ts'
import { startWebHost, type WebHostOptions } from '../web/web-host.ts'
import type { CliProcess } from './context.ts'
import type { Output } from './output.ts'

/** The port of the page unless another is asked for. */
export const usualPort = 4870

/** Where the user starts; a folder that is named is offered for a new workspace where it is none yet. */
export interface StartFolder {
  readonly folder: string
  readonly isNamed: boolean
}

/** The process that serves. */
interface PageHost {
  readonly process: Pick<CliProcess, 'host' | 'sandbox' | 'interrupted'>
  readonly output: Output
}

interface PageService extends StartFolder, Omit<WebHostOptions, 'server' | 'hub'> {}

/** Serves the studio to a browser, at an address that is printed, until the process is asked to end. */
export async function servePage(
  { process, output }: PageHost,
  { folder, isNamed, ...page }: PageService,
): Promise<void> {
  const hub = new EventHub()
  const embedded = new EmbeddedDemo(join(userFolders.data, 'demo.jsonl'))
  const studio = createStudio({
    host: process.host,
    sandbox: process.sandbox,
    keepSpare: true,
    emit: hub.emit,
    embedded,
    logFolder: userFolders.log,
    ...(isNamed && { startFolder: folder }),
  })
  try {
    await openIfWorkspace(studio.api, folder)
    const web = await startWebHost({ server: studio.server, hub, ...page })
    const { address, origin, token } = web
    output.result({ address, origin, token }, () => `Lambda Studio is at ${address}\nCtrl+C ends it.`)
    await process.interrupted()
    await web.close()
  } finally {
    // What is left open would keep the process from ending.
    studio.close()
    await embedded.close()
  }
}

/** The page asks for a workspace where the folder is none: nothing is made unasked. */
async function openIfWorkspace(api: StudioApi, folder: string): Promise<void> {
  try {
    await api.workspace.open(folder)
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'not-a-workspace') throw thrown
  }
}
