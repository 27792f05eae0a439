import type { StudioEvents } from '../contract/events.ts'
import type { EmitEvent } from '../contract/transport.ts'
import { testOnce, type TestOptions } from './commands/test.ts'
import type { CommandContext } from './context.ts'

/** Tests everything asked for, then whatever is changed, until the user has enough. */
export async function watchTests(
  context: CommandContext,
  slugs: readonly string[],
  options: TestOptions,
): Promise<void> {
  const { output } = context
  const changes = new Changes((text) => output.tell(text))
  const studio = await context.workspace(options.workspace, { stay: true, emit: changes.emit })
  const stopped = context.process.interrupted().then(() => null)
  let next: readonly string[] | null = slugs
  while (next !== null) {
    try {
      const there = await existing(next, studio)
      if (there.length > 0 || next.length === 0)
        context.end(await testOnce(context, studio, { slugs: there, options }))
    } catch (thrown) {
      output.failure(thrown)
    }
    output.tell('Watching for changes; Ctrl+C ends.')
    next = await Promise.race([changes.next(slugs), stopped])
  }
}

/** A lambda may have been deleted since. */
async function existing(
  slugs: readonly string[],
  studio: Awaited<ReturnType<CommandContext['workspace']>>,
): Promise<readonly string[]> {
  if (slugs.length === 0) return slugs
  const { lambdas, problems } = await studio.lambdas.list()
  const known = new Set([...lambdas, ...problems].map(({ slug }) => slug))
  return slugs.filter((slug) => known.has(slug))
}

/** Gathers what was changed between two tests, and tells what keeps changes from being noticed. */
class Changes {
  readonly #tell: (text: string) => void
  readonly #slugs = new Set<string>()
  /** The settings of the workspace, or the workspace itself, which came back. */
  #isAll = false
  #isGone = false
  #wake: (() => void) | null = null

  constructor(tell: (text: string) => void) {
    this.#tell = tell
  }

  readonly emit: EmitEvent = (event, payload) => {
    if (event === 'workspace.changed') this.#take(payload as StudioEvents['workspace.changed'])
    if (event === 'workspace.unwatched')
      this.#tell(`Changes are not noticed: ${(payload as StudioEvents['workspace.unwatched']).reason}`)
  }

  #take({ slugs, config, gone }: StudioEvents['workspace.changed']): void {
    if (gone && !this.#isGone)
      this.#tell('The workspace was deleted or moved away; it is tested again once it is back.')
    if (config || this.#isGone) this.#isAll = true
    this.#isGone = gone
    for (const slug of slugs) this.#slugs.add(slug)
    if (!gone) this.#wake?.()
  }

  /** Waits for the next changes, of these lambdas where any are named; none stands for all. */
  async next(only: readonly string[]): Promise<readonly string[]> {
    for (;;) {
      const changed = [...this.#slugs].filter((slug) => only.length === 0 || only.includes(slug))
      const isAll = this.#isAll
      this.#slugs.clear()
      this.#isAll = false
      if (isAll) return only
      if (changed.length > 0) return changed
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
