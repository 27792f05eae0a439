import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { temporaryFolder } from './workspace-studio.ts'

/** A disk of its own of some megabytes, that can be full or read-only without harm to anything else. */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Null where the machine does not give the rights for it. */
  static mount(megabytes: number): SmallDisk | null {
    const folder = temporaryFolder()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
      return new SmallDisk(folder)
    } catch {
      rmSync(folder, { recursive: true })
      return null
    }
  }

  setReadOnly(readOnly: boolean): void {
    execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, this.folder])
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder])
  }
}
