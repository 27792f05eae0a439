import type {
  SandboxAnswer,
  SandboxJob,
  SandboxMessage,
  SandboxOrder,
  SandboxWork,
} from '../contract/models/sandbox.ts'
import { Answers } from './answers.ts'
import type { Cell } from './cell.ts'
import { CellSupply } from './cell-supply.ts'
import { GoodRuns } from './good-runs.ts'
import { runTask } from './run-task.ts'
import { watchRun } from './run-watch.ts'

/** Milliseconds without a task after which there is time to prepare more than the next run is likely to need. */
const restMs = 30

/** The run that is under way. */
interface Current {
  readonly cell: Cell
  readonly started: number
}

const waiting: SandboxWork[] = []
let job: SandboxJob | null = null
let working = false
let current: Current | null = null
/** Whether the last run took this thread. */
let wasInline = false
let rest: NodeJS.Timeout | undefined

const supply = new CellSupply((cell) => {
  if (current && cell === current.cell) leave('out-of-memory', current.started)
  // An isolate that an earlier run left behind: the run under way is not to blame and is sent elsewhere.
  else vanish()
})

const answers = new Answers(send)
const good = new GoodRuns()

/** Settles once the last message is on its way. */
let sent = Promise.resolve()

function send(message: SandboxMessage, then?: () => void): void {
  sent = new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      then?.()
      resolve()
    })
  })
}

/** Ends the process at once: an orderly exit would wait for the thread that the lambda has taken. */
function vanish(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** Answers for a run that V8 has lost control of, and ends the process. */
function leave(went: SandboxAnswer['went'], started: number): void {
  current = null
  const durationMs = performance.now() - started
  answers.leave({ went, text: null, thrown: null, durationMs, heapBytes: 0, coverage: null }, vanish)
}

async function work(task: SandboxWork): Promise<void> {
  const inline = good.allowInline(task)
  // The studio watches inline runs from when it has heard of the others, and a long answer would stay behind the run.
  if (inline && !wasInline) await sent
  wasInline = inline
  const cell = supply.take(task)
  const run: Current = { cell, started: performance.now() }
  current = run
  const answer = inline ? await runTask(cell, task, true) : await runWatched(run, task)
  // The watch may have answered already.
  if (current !== run) return
  current = null
  if (answer.went === 'out-of-memory') leaveFull(cell, answer)
  else {
    good.ended(task, answer)
    const [next] = waiting
    answers.add(answer, inline && next !== undefined && good.allowInline(next))
    supply.giveBack(cell, answer.went !== 'timed-out')
  }
}

/** Runs a task on a thread apart, so that this one can look on. */
async function runWatched({ cell, started }: Current, task: SandboxWork): Promise<SandboxAnswer> {
  const stopWatching = watchRun(task, (went) => leave(went, started))
  const answer = await runTask(cell, task, false)
  stopWatching()
  return answer
}

/** V8 gave the isolate up. Where earlier runs may have left it full, only another process tells the truth. */
function leaveFull(cell: Cell, answer: SandboxAnswer): void {
  answers.leave(cell.runs > 1 ? null : answer, vanish)
}

/** Works off the tasks one after the other, in the order in which they came, and then prepares for the next. */
async function workAll(): Promise<void> {
  if (working) return
  working = true
  for (let task = waiting.shift(); task; task = waiting.shift()) await work(task)
  working = false
  setImmediate(prepareContext)
}

function prepareContext(): void {
  if (working) return
  supply.prepareContext()
  rest = setTimeout(() => void prepareFresh(), restMs)
}

async function prepareFresh(): Promise<void> {
  if (working) return
  working = true
  await supply.prepareFresh()
  working = false
  if (waiting.length > 0) await workAll()
}

process.on('message', (order: SandboxOrder) => {
  clearTimeout(rest)
  for (const each of order) {
    job = each.job ?? job
    if (job) waiting.push({ ...job, ...each.run })
  }
  void workAll()
})
process.on('disconnect', vanish)

await supply.prepareFresh()
send({ kind: 'ready' })
