import type { World } from '../world/world.ts'
import { writeDataFile } from './write-data-file.ts'

/** How long changes are gathered before they are written. */
const delayMs = 300

/** Keeps a data file in step with a world. */
export class Saver {
  readonly #file: string
  readonly #world: World
  readonly #reportFault: (fault: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #changed = false

  constructor(file: string, world: World, reportFault: (fault: unknown) => void) {
    this.#file = file
    this.#world = world
    this.#reportFault = reportFault
    world.onChange = () => this.#schedule()
  }

  /**
   * Writes what is not written yet.
   * @throws StudioError `demo-data-unwritable`
   */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#writing
    if (this.#changed) await this.save()
  }

  /** Writes the world as it is now. */
  async save(): Promise<void> {
    this.#changed = false
    try {
      await writeDataFile(this.#file, this.#world)
    } catch (fault) {
      this.#changed = true
      throw fault
    }
  }

  #schedule(): void {
    this.#changed = true
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#writing = this.#writing.then(() => this.save()).catch(this.#reportFault)
    }, delayMs)
  }
}
