import type { SandboxWork } from '../contract/models/sandbox.ts'
import type { Cell } from './cell.ts'
import { keepCompiled } from './compile-program.ts'
import { runTask } from './run-task.ts'

/** A lambda of the studio's own that takes the ways which most lambdas take. */
const task: SandboxWork = {
  body: 'function populate(jwt, user) { jwt.roles = [user.id]; console.info(jwt.roles.join()) }',
  functionNames: ['populate'],
  parameters: ['jwt', 'user', 'context'],
  inputs: ['{"exp":1,"nested":{"a":[true,null]}}', '{"id":"u"}', ''],
  readsReturn: false,
  settings: {
    ecmaVersion: 2021,
    hasFetch: true,
    debug: false,
    fetchRules: [],
    secrets: {},
    clock: null,
    seed: null,
    outputLimit: 1000,
    consoleLimit: 1000,
  },
  reach: [],
  timeMs: 1000,
  memoryMb: 64,
  coverage: false,
  fresh: true,
  inlineAfter: null,
}

/**
 * Runs the studio's own lambda in an isolate, so that V8 has compiled the runtime before the user's first run. It
 * leaves nothing: the run has a context of its own, and the isolate has still run no body of the user.
 */
export async function warmUp(cell: Cell): Promise<void> {
  await runTask(cell, task, false)
  keepCompiled(cell.isolate, cell.kind.ecmaVersion)
  cell.body = null
  cell.finder = null
  cell.needs = null
  cell.runs = 0
}
