import type { SandboxMessage, SandboxResult, SandboxTask } from '../contract/models/sandbox.ts'
import { CellSupply } from './cell-supply.ts'
import { watchMemory } from './memory-watch.ts'
import { runTask } from './run-task.ts'

const defaultMemoryMb = 64

let current: SandboxTask | null = null

/** V8 gave the isolate up for lack of memory; nothing in this process can be trusted any more. */
const lost = (): void => {
  if (!current) process.exit(1)
  current = null
  send({ kind: 'result', result: failed('out-of-memory'), leaving: true }, () => process.exit(1))
}

const supply = new CellSupply(defaultMemoryMb, lost)

function send(message: SandboxMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then)
}

function failed(end: 'out-of-memory'): SandboxResult {
  const nothing = { arguments: null, console: [], fetches: [], notes: [], error: null, coverage: null }
  return { ...nothing, end, durationMs: 0, heapBytes: 0 }
}

async function work(task: SandboxTask): Promise<void> {
  current = task
  const stopWatching = watchMemory(task.memoryMb, lost)
  let cell = supply.take(task)
  let result = await runTask(cell, task)
  if (result.end === 'out-of-memory' && cell.runs > 1) {
    // Earlier runs may have left the isolate full; only a fresh one tells the truth about this run.
    supply.giveBack(cell, false)
    cell = supply.takeFresh(task.memoryMb)
    result = await runTask(cell, task)
  }
  stopWatching()
  current = null
  send({ kind: 'result', result, leaving: false })
  supply.giveBack(cell, !task.coverage && (result.end === 'completed' || result.end === 'threw'))
}

const waiting: SandboxTask[] = []

/** Works off the tasks one after the other, in the order in which they came. */
async function workAll(): Promise<void> {
  if (current) return
  for (let task = waiting.shift(); task; task = waiting.shift()) await work(task)
  supply.prepare()
}

process.on('message', (task: SandboxTask) => {
  waiting.push(task)
  void workAll()
})
process.on('disconnect', () => process.exit(0))

supply.prepare()
send({ kind: 'ready' })
