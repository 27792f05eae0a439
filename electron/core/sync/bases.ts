import { z } from 'zod'
import { engineType } from '../../contract/models/run.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from '../workspace/edit-json.ts'
import type { Place } from '../workspace/layout.ts'
import { Staging } from '../workspace/staging.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'
import type { KnownLambda } from './plan.ts'
import { stateOf, versioned } from './state.ts'

/** A base file: a lambda as it was when workspace and instance were in step last. */
const baseFile = z.looseObject({
  name: z.string(),
  type: z.string(),
  engineType,
  debug: z.boolean(),
  body: z.string(),
})

/** What was in step with one instance, by the lambda's id there. */
export class Bases {
  readonly #files: WorkspaceFiles
  readonly #folder: Place

  constructor(files: WorkspaceFiles, instance: string) {
    this.#files = files
    this.#folder = ['.studio', 'base', instance]
  }

  /** All bases; a file that cannot be read counts as none, which makes a conflict of a difference. */
  async list(): Promise<readonly KnownLambda[]> {
    const names = (await this.#files.entries(this.#folder)).flatMap(
      ({ name }) => /^([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [],
    )
    const read = await mapInParallel(names, 32, async (id) => ({ id, base: await this.read(id) }))
    return read.flatMap(({ id, base }) => (base ? { id, ...versioned(base) } : []))
  }

  async read(id: string): Promise<LambdaState | null> {
    try {
      const place = this.#place(id)
      return stateOf(parseJson(await this.#files.read(place), place.join('/'), baseFile))
    } catch {
      return null
    }
  }

  /** Notes a state as in step; null forgets the lambda. */
  async write(id: string, state: LambdaState | null): Promise<void> {
    if (state === null) await this.#files.remove(this.#place(id))
    else await this.#files.write(this.#place(id), baseText(state))
  }

  /** Where many bases are written at once, each to be brought in as {@link baseName} once it is so. */
  staging(): Promise<Staging> {
    return Staging.in(this.#files, this.#folder)
  }

  #place(id: string): Place {
    return [...this.#folder, baseName(id)]
  }
}

export function baseName(id: string): string {
  return `${id.toLowerCase()}.json`
}

export function baseText(state: LambdaState): string {
  return formatJson(stateOf(state))
}
