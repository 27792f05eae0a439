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
  const changed = new ChangedLambdas()
  const studio = await context.workspace(options.workspace, { stay: true, emit: changed.emit })
  const stopped = context.process.interrupted().then(() => null)
  let next: readonly string[] | null = slugs
  while (next !== null) {
    const there = await existing(next, studio)
    if (there.length > 0 || next.length === 0) {
      const code = await testOnce(context, studio, { slugs: there, options }).catch((thrown: unknown) => {
        context.output.failure(thrown)
        return null
      })
      if (code !== null) context.end(code)
    }
    context.output.tell('Watching for changes; Ctrl+C ends.')
    next = await Promise.race([changed.next(slugs), stopped])
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

/** Gathers what was changed between two tests. */
class ChangedLambdas {
  readonly #slugs = new Set<string>()
  #wake: (() => void) | null = null

  readonly emit: EmitEvent = (event, payload) => {
    if (event !== 'workspace.changed') return
    const { slugs } = payload as StudioEvents['workspace.changed']
    for (const slug of slugs) this.#slugs.add(slug)
    this.#wake?.()
  }

  /** Waits for the next changes, of these lambdas where any are named. */
  async next(only: readonly string[]): Promise<readonly string[]> {
    for (;;) {
      const changed = [...this.#slugs].filter((slug) => only.length === 0 || only.includes(slug))
      this.#slugs.clear()
      if (changed.length > 0) return changed
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
