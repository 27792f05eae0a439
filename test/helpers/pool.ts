import type { SandboxTask } from '../../electron/contract/models/sandbox.ts'
import { describeLambdaType } from '../../electron/core/catalogue/catalogue.ts'
import type { TaskEnd } from '../../electron/core/runs/order.ts'
import { SandboxPool, type PoolOptions } from '../../electron/core/runs/sandbox-pool.ts'
import { taskOf } from '../../electron/core/runs/task.ts'
import { launcher, requestOf, type TestRun } from './studio.ts'

/** A pool on the real sandbox; whoever makes it closes it. */
export function createPool(options: Partial<PoolOptions> = {}): SandboxPool {
  return new SandboxPool({ launcher, size: 1, spares: 1, onChange: () => undefined, ...options })
}

/** The task of a JWTPopulate function with these statements. */
export function taskWith(statements: string, request: TestRun = {}): SandboxTask {
  const body = `function populate(jwt, user, registration, context) { ${statements} }`
  return taskOf(requestOf(body, request), describeLambdaType('JWTPopulate'), 2021)
}

/** How a task ended, in one word. */
export function wordOf(end: TaskEnd): string {
  switch (end.kind) {
    case 'answered':
      return end.result.end
    case 'killed':
      return `killed: ${end.why}`
    case 'died':
      return end.outOfMemory ? 'out-of-memory' : 'crashed'
    case 'unavailable':
      return end.kind
  }
}
