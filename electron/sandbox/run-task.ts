import type ivm from 'isolated-vm'
import type { SandboxEnd, SandboxResult, SandboxTask } from '../contract/models/sandbox.ts'
import { compileBody, takeContext, type Cell, type CellContext } from './cell.ts'
import { describeHostSideError } from './describe-host-side-error.ts'
import { readOutput } from './read-output.ts'
import { startCoverage } from './coverage.ts'

/** Runs one task in a cell. Rejects only where the isolate itself failed in a way nobody planned for. */
export async function runTask(cell: Cell, task: SandboxTask): Promise<SandboxResult> {
  const guest = takeContext(cell)
  cell.runs++
  guest.begin.applySync(undefined, [JSON.stringify(task.settings)])
  const coverage = task.coverage ? startCoverage(cell.isolate) : null
  const started = performance.now()
  const deadline = started + task.timeMs
  const timing = () => ({ durationMs: performance.now() - started, heapBytes: heapOf(cell) })
  try {
    const output = await callLambda(cell, guest, task, deadline)
    const measured = timing()
    const ranges = coverage?.take() ?? null
    return { ...readOutput(output), ...measured, coverage: ranges, end: endOf(output) }
  } catch (thrown) {
    const measured = timing()
    const end = endOfFailure(cell, thrown)
    const error = end === 'threw' ? describeHostSideError(thrown) : null
    const ranges = end === 'threw' ? (coverage?.take() ?? null) : null
    return { ...readOutput(collect(cell, guest)), ...measured, error, coverage: ranges, end }
  } finally {
    coverage?.stop()
    if (!cell.isolate.isDisposed) guest.context.release()
  }
}

async function callLambda(
  cell: Cell,
  guest: CellContext,
  task: SandboxTask,
  deadline: number,
): Promise<string> {
  const left = () => Math.max(1, Math.ceil(deadline - performance.now()))
  const script = compileBody(cell, task.body)
  await script.run(guest.context, { timeout: left() })
  const lambda = guest.context.evalSync(lookUp(task.functionNames), {
    reference: true,
    timeout: left(),
  }) as ivm.Reference
  const args = [lambda.derefInto(), JSON.stringify(task.parameters), task.inputJson]
  return (await guest.call.apply(undefined, args, { timeout: left() })) as string
}

/** A declared function is found whether it is a property of the global object or a lexical binding. */
function lookUp(names: readonly string[]): string {
  const choose = names.map((name) => `typeof ${name} === 'function' ? ${name} : `).join('')
  return `${choose}(() => { throw new ReferenceError('No function named ${names.join(' or ')} is declared.') })()`
}

function endOf(output: string): SandboxEnd {
  return readOutput(output).error ? 'threw' : 'completed'
}

function endOfFailure(cell: Cell, thrown: unknown): SandboxEnd {
  const message = thrown instanceof Error ? thrown.message : ''
  if (cell.isolate.isDisposed || message.includes('memory limit')) return 'out-of-memory'
  return message === 'Script execution timed out.' ? 'timed-out' : 'threw'
}

/** What was written down before the run was cut short; nothing where the isolate is gone. */
function collect(cell: Cell, guest: CellContext): string | null {
  if (cell.isolate.isDisposed) return null
  try {
    return guest.collect.applySync(undefined, [], { timeout: 100 }) as string
  } catch {
    return null
  }
}

function heapOf(cell: Cell): number {
  return cell.isolate.isDisposed ? 0 : cell.isolate.getHeapStatisticsSync().used_heap_size
}
