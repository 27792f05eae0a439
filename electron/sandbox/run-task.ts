import type { SandboxAnswer, SandboxWork } from '../contract/models/sandbox.ts'
import { beginRun, compileBody, findFunction, takeContext, type Cell, type CellContext } from './cell.ts'
import { startCoverage } from './coverage.ts'
import { describeHostSideError } from './describe-host-side-error.ts'

/** How the call into the isolate went. */
type Attempt =
  | { readonly kind: 'returned'; readonly text: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'threw'; readonly thrown: unknown }

/**
 * Runs one task in a cell: on this thread if `inline`, else on one apart. Rejects only where the isolate failed in a way
 * nobody planned for.
 */
export async function runTask(cell: Cell, task: SandboxWork, inline: boolean): Promise<SandboxAnswer> {
  const guest = takeContext(cell)
  beginRun(cell, guest, task)
  const coverage = task.coverage ? await startCoverage(cell.isolate) : null
  const started = performance.now()
  try {
    const attempt = await callLambda(cell, guest, task, { started, inline })
    const durationMs = performance.now() - started
    const text = attempt.kind === 'returned' ? attempt.text : collect(cell, guest)
    const thrown = attempt.kind === 'threw' ? describeHostSideError(attempt.thrown) : null
    const isTold = attempt.kind === 'returned' || attempt.kind === 'threw'
    const ranges = isTold ? ((await coverage?.take()) ?? null) : null
    return { went: attempt.kind, text, thrown, durationMs, heapBytes: heapOf(cell), coverage: ranges }
  } finally {
    if (!cell.isolate.isDisposed) {
      coverage?.stop()
      guest.context.release()
    }
  }
}

async function callLambda(
  cell: Cell,
  guest: CellContext,
  task: SandboxWork,
  { started, inline }: { readonly started: number; readonly inline: boolean },
): Promise<Attempt> {
  const options = () => ({ timeout: Math.max(1, Math.ceil(started + task.timeMs - performance.now())) })
  try {
    const script = await compileBody(cell, task.body)
    const find = findFunction(cell, guest, task.functionNames)
    if (inline) script.runSync(guest.context, options())
    else await script.run(guest.context, options())
    const args = ['call', find.derefInto(), JSON.stringify(task.parameters), task.readsReturn, ...task.inputs]
    const text: unknown = inline
      ? guest.runtime.applySync(undefined, args, options())
      : await guest.runtime.apply(undefined, args, options())
    return { kind: 'returned', text: text as string }
  } catch (thrown) {
    if (cell.isolate.isDisposed) return { kind: 'out-of-memory' }
    // A lambda can throw an error of the same words, but not make the time pass.
    const isLate = performance.now() - started >= task.timeMs
    return isLate && isTimeout(thrown) ? { kind: 'timed-out' } : { kind: 'threw', thrown }
  }
}

function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'Script execution timed out.'
}

/** What was written down before the run was cut short; nothing where the isolate is gone. */
function collect(cell: Cell, guest: CellContext): string | null {
  if (cell.isolate.isDisposed) return null
  try {
    return guest.runtime.applySync(undefined, ['collect'], { timeout: 100 }) as string
  } catch {
    return null
  }
}

function heapOf(cell: Cell): number {
  if (cell.isolate.isDisposed) return 0
  const { used_heap_size: heap, externally_allocated_size: external } = cell.isolate.getHeapStatisticsSync()
  cell.heapBytes = heap + external
  return heap
}
