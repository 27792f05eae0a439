import type { Question } from './ask.ts'
import { ofVersion, words } from './words.ts'

/** The part of electron-updater that is used. */
export interface Updater {
  checkForUpdates(): Promise<{
    readonly isUpdateAvailable: boolean
    readonly updateInfo: { readonly version: string }
  } | null>
  downloadUpdate(): Promise<unknown>
  quitAndInstall(): void
}

export interface UpdatePorts {
  readonly updater: () => Promise<Updater>
  readonly ask: (question: Question) => Promise<boolean>
  readonly tell: (message: string) => Promise<void>
  /** Settles once no job is under way in any window. */
  readonly idle: () => Promise<void>
  readonly isBusy: () => Promise<boolean>
  /** Closes all windows as a user does; false where one stays. */
  readonly closeAll: () => Promise<boolean>
}

/** Newer versions: looked for, downloaded and installed, each when the user says so, and never while a job runs. */
export class Updates {
  readonly #ports: UpdatePorts
  #underWay: Promise<void> | null = null

  constructor(ports: UpdatePorts) {
    this.#ports = ports
  }

  /** @param asked by the user, who then hears also that there is nothing new */
  check(asked: boolean): Promise<void> {
    this.#underWay ??= this.#check(asked)
      .catch(() => (asked ? this.#ports.tell(words.cannotCheck) : undefined))
      .finally(() => (this.#underWay = null))
    return this.#underWay
  }

  async #check(asked: boolean): Promise<void> {
    const { ask, tell } = this.#ports
    const updater = await this.#ports.updater()
    const found = await updater.checkForUpdates()
    if (!found?.isUpdateAvailable) return asked ? tell(words.newest) : undefined
    const { version } = found.updateInfo
    const message = ofVersion(words.download, version)
    const question = { message, detail: words.downloadDetail, yes: words.downloadNow, no: words.later }
    if (!(await ask(question))) return
    await updater.downloadUpdate()
    await this.#install(updater, version)
  }

  async #install(updater: Updater, version: string): Promise<void> {
    const { ask, idle, isBusy, closeAll } = this.#ports
    await idle()
    const message = ofVersion(words.install, version)
    const question = { message, detail: words.installDetail, yes: words.installNow, no: words.later }
    if (!(await ask(question))) return
    // A job may have begun while the question stood.
    if (await isBusy()) return this.#install(updater, version)
    if (await closeAll()) updater.quitAndInstall()
  }
}

/** electron-updater, told to do nothing of itself. */
export async function loadUpdater(): Promise<Updater> {
  const { default: electronUpdater } = await import('electron-updater')
  const { autoUpdater } = electronUpdater
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  return autoUpdater
}
