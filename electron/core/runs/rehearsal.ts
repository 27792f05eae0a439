import type { SandboxTask } from '../../contract/models/sandbox.ts'
import { createOrder, type Order } from './order.ts'

/** Takes the ways that most lambdas take. The sandbox has one of its own: it can read nothing of the studio. */
const task: SandboxTask = {
  body: 'function populate(jwt, user) { jwt.roles = [user.id]; console.info(jwt.roles.join()) }',
  functionNames: ['populate'],
  parameters: ['jwt', 'user', 'context'],
  input: {},
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
  fresh: false,
  inlineAfter: null,
}

/** An order nobody waits for: once a process has answered it, it answers its first real one a third faster. */
export function createRehearsal(): Order {
  const order = createOrder(task, true, () => undefined)
  // A process that is lost on it leaves nothing to be run elsewhere.
  order.settle({ kind: 'killed', why: 'cancelled', elapsedMs: 0 })
  return order
}
