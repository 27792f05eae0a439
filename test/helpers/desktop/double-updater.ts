/** A double of electron-updater's `autoUpdater`, which finds version 2.0.0 and notes what it is told to do. */
export class DoubleUpdater {
  autoDownload = true
  autoInstallOnAppQuit = true
  readonly done: ('download' | 'install')[] = []

  checkForUpdates(): Promise<object> {
    return Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } })
  }

  downloadUpdate(): Promise<void> {
    this.done.push('download')
    return Promise.resolve()
  }

  quitAndInstall(): void {
    this.done.push('install')
  }
}
