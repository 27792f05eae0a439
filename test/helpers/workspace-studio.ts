import { mkdtempSync, realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StudioApi } from '../../electron/contract/api.ts'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import type { StudioPorts } from '../../electron/core/ports.ts'
import { sandboxLauncher } from '../../electron/core/runs/sandbox-launcher.ts'
import { createStudio } from '../../electron/core/studio.ts'
import { settingsInMemory } from './settings-in-memory.ts'

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')

/** An event that the studio told. */
export interface ToldEvent {
  readonly event: string
  readonly payload: unknown
}

/** A studio with a workspace of its own in a real folder. */
export interface WorkspaceStudio {
  readonly api: StudioApi
  readonly folder: string
  readonly events: ToldEvent[]
  /** Puts a file into the workspace from outside. */
  put(path: string, text: string | object): Promise<void>
  readonly close: () => void
}

/** A folder that no other test uses. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
}

/** Makes a studio; `ports` replaces what a test wants otherwise. */
export function makeStudio(ports: Partial<StudioPorts> = {}) {
  const events: ToldEvent[] = []
  const studio = createStudio({
    host: { version: '0.0.0', capabilities: pageCapabilities },
    sandbox: sandboxLauncher(pathToFileURL(entry).href),
    keepSpare: false,
    watch: false,
    settings: settingsInMemory(),
    emit: (event, payload) => void events.push({ event, payload }),
    ...ports,
  })
  return { api: studio.api, server: studio.server, events, close: () => studio.close() }
}

/** Makes a studio and a workspace. */
export async function openWorkspace(ports: Partial<StudioPorts> = {}): Promise<WorkspaceStudio> {
  const folder = join(temporaryFolder(), 'identity')
  const studio = makeStudio(ports)
  await studio.api.workspace.create(folder)
  return { ...studio, folder, put: (path, text) => putFile(join(folder, path), text) }
}

export async function putFile(path: string, text: string | object): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof text === 'string' ? text : JSON.stringify(text, null, 2))
}

/** Waits until something is so. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come about: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
