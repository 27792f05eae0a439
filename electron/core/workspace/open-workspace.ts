import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { StudioError } from '../../contract/errors.ts'
import type { SettingsFileChange, SettingsSaveOutcome } from '../../contract/models/settings-file.ts'
import type { RecentWorkspace, WorkspaceInfo } from '../../contract/models/workspace.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import { say } from '../../contract/words.ts'
import type { SettingsStore } from '../ports.ts'
import { removeLeftovers } from './clean-up.ts'
import { fileFailure } from './file-failure.ts'
import { findWorkspace, isWorkspace } from './find-workspace.ts'
import { readHistoryLimits } from './history-limits.ts'
import { Queue } from './queue.ts'
import { forgetRecent, listRecent, rememberRecent } from './recent.ts'
import { saveSettingsFile } from './settings-files.ts'
import { writeStudioFile } from './studio-file.ts'
import { awaitFolder } from './await-folder.ts'
import type { OutsideEdits, Watch } from './watch.ts'
import { WorkspaceFiles, type WriteText } from './workspace-files.ts'
import { Workspace } from './workspace.ts'

/**
 * Milliseconds in which a workspace that was just opened is asked for all that the page shows first. Going through it
 * for a watch would make that wait; what is edited in the meantime is told once the watch has begun.
 */
const firstAnswersMs = 1000

/** What opening workspaces needs of the host. */
export interface OpenWorkspacePorts {
  readonly settings: SettingsStore
  readonly emit: EmitEvent
  readonly watch: boolean
  readonly writeText: WriteText | undefined
  /** Waited for before a workspace counts as open. */
  readonly onOpened?: (isNew: boolean) => Promise<void>
}

/** The workspace that is open, if one is, and the opening and closing of workspaces. */
export class OpenWorkspace {
  readonly #ports: OpenWorkspacePorts
  #current: Workspace | null = null
  #watch: Watch | null = null
  #later: NodeJS.Timeout | undefined
  /** What was asked for last is what is open in the end. */
  readonly #turns = new Queue()

  constructor(ports: OpenWorkspacePorts) {
    this.#ports = ports
  }

  /** @throws StudioError `no-workspace` */
  get(): Workspace {
    if (this.#current) return this.#current
    throw new StudioError({
      code: 'no-workspace',
      message: 'No workspace is open.',
      hint: 'Open a folder that holds a studio.json, or make a new workspace.',
    })
  }

  info(): WorkspaceInfo | null {
    return this.#current?.info() ?? null
  }

  /** @throws StudioError `not-a-workspace` */
  open(from: string): Promise<WorkspaceInfo> {
    return this.#turns.add(async () => this.#enter(await findWorkspace(from), false))
  }

  /** @throws StudioError `workspace-exists`, `not-writable`, `disk-full` */
  create(path: string): Promise<WorkspaceInfo> {
    return this.#turns.add(() => this.#createIn(path))
  }

  close(): Promise<void> {
    return this.#turns.add(async () => {
      const wasOpen = this.#current !== null
      await this.#leave()
      if (wasOpen) this.#ports.emit('workspace.opened', { folder: null })
    })
  }

  /** Saves a settings file whole. What depends on it reads anew, as after an edit of another program. */
  async saveSettingsFile(change: SettingsFileChange): Promise<SettingsSaveOutcome> {
    const workspace = this.get()
    const slugs = change.slug === null ? [] : [change.slug]
    const outcome = await workspace.change(slugs, () => saveSettingsFile(workspace.history, change))
    if (outcome.kind === 'saved') {
      this.#ports.emit('workspace.changed', { slugs, config: change.slug === null, gone: false })
    }
    return outcome
  }

  recent(): Promise<readonly RecentWorkspace[]> {
    return listRecent(this.#ports.settings)
  }

  forget(folder: string): Promise<void> {
    return forgetRecent(this.#ports.settings, folder)
  }

  async #createIn(path: string): Promise<WorkspaceInfo> {
    const folder = resolve(path)
    if (await isWorkspace(folder)) throw workspaceExists(folder)
    await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
      throw fileFailure(thrown, 'made', folder)
    })
    await writeStudioFile(new WorkspaceFiles(folder, this.#ports.writeText))
    return this.#enter(await realpath(folder), true)
  }

  async #leave(): Promise<void> {
    clearTimeout(this.#later)
    const watch = this.#watch
    this.#watch = null
    this.#current = null
    await watch?.close()
  }

  async #enter(folder: string, isNew: boolean): Promise<WorkspaceInfo> {
    await this.#leave()
    const { settings, writeText, emit, watch } = this.#ports
    const history = {
      files: new WorkspaceFiles(folder, writeText),
      limits: () => readHistoryLimits(settings),
      now: () => new Date(),
    }
    const workspace = new Workspace(history, watch)
    this.#current = workspace
    if (watch) this.#later = setTimeout(() => this.#settleIn(workspace), firstAnswersMs)
    await rememberRecent(settings, folder, new Date()).catch(() => undefined)
    await this.#ports.onOpened?.(isNew)
    emit('workspace.opened', { folder })
    return workspace.info()
  }

  #settleIn(workspace: Workspace): void {
    void removeLeftovers(workspace.files.folder)
    void this.#startWatch(workspace)
  }

  async #startWatch(workspace: Workspace): Promise<void> {
    const { watchWorkspace } = await import('./watch.ts')
    const { emit } = this.#ports
    if (this.#isLeft(workspace)) return
    this.#watch = watchWorkspace(workspace.files.folder, {
      ready: () => void this.#catchUp(workspace),
      edited: (edits) => void this.#tellOutside(workspace, edits),
      lost: (reason) => {
        if (this.#isLeft(workspace)) return
        workspace.endWatch()
        emit('workspace.unwatched', { reason })
      },
    })
  }

  async #tellOutside(workspace: Workspace, edits: OutsideEdits): Promise<void> {
    await this.#tell(workspace, await workspace.outsideEdits(edits))
  }

  /** Tells what was edited between the first reading and the watch. A folder that cannot be read says so when listed. */
  async #catchUp(workspace: Workspace): Promise<void> {
    const missed = await workspace.beginWatch().catch(() => null)
    if (missed) await this.#tell(workspace, missed)
  }

  async #tell(workspace: Workspace, { slugs, config }: OutsideEdits): Promise<void> {
    if (this.#isLeft(workspace)) return
    const gone = config && !(await workspace.files.exists())
    if (this.#isLeft(workspace)) return
    if (slugs.length > 0 || config) this.#ports.emit('workspace.changed', { slugs, config, gone })
    if (gone) await this.#watchForReturn(workspace)
  }

  /** A watch does not follow a folder that comes back; what happened to it in between nobody saw. */
  async #watchForReturn(workspace: Workspace): Promise<void> {
    const watch = this.#watch
    workspace.endWatch()
    this.#watch = awaitFolder(workspace.files, async () => {
      if (this.#isLeft(workspace)) return
      const { lambdas } = await workspace.list()
      await this.#startWatch(workspace)
      this.#ports.emit('workspace.changed', {
        slugs: lambdas.map(({ slug }) => slug),
        config: true,
        gone: false,
      })
    })
    await watch?.close()
  }

  #isLeft(workspace: Workspace): boolean {
    return this.#current !== workspace
  }
}

function workspaceExists(folder: string): StudioError {
  return new StudioError({
    code: 'workspace-exists',
    message: say`${folder} is a workspace already.`,
    hint: 'Open it.',
  })
}
