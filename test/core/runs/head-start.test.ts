import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { withHeadStart } from '../../../electron/core/runs/head-start.ts'
import type { SandboxPool } from '../../../electron/core/runs/sandbox-pool.ts'
import { createPool, taskWith, wordOf } from '../../helpers/pool.ts'
import { sandboxPids } from '../../helpers/sandbox-pids.ts'
import { launcher } from '../../helpers/studio.ts'

const good = taskWith('jwt.done = true')
let pool: SandboxPool | undefined

afterEach(() => pool?.close())

test('what was started ahead runs lambdas, however long it has been up', async () => {
  const ahead = withHeadStart(launcher, 1)
  const [pid] = sandboxPids()
  // The message that it is ready has long come by then.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  pool = createPool({ launcher: ahead, size: 1, spares: 0 })
  expect(wordOf(await pool.run(good))).toBe('completed')
  expect(sandboxPids()).toEqual([pid])
})

test('another takes the place of one that was lost before it was needed', async () => {
  const ahead = withHeadStart(launcher, 1)
  const [lost] = sandboxPids()
  process.kill(lost!, 'SIGKILL')
  await vi.waitUntil(() => isGone(lost!))
  pool = createPool({ launcher: ahead, size: 1, spares: 0 })
  expect(wordOf(await pool.run(good))).toBe('completed')
})

test('what cannot be started ahead is told when it is needed', async () => {
  const ahead = withHeadStart({ ...launcher, executable: '/nowhere/node' }, 2)
  pool = createPool({ launcher: ahead })
  expect(await pool.run(good)).toMatchObject({
    kind: 'unavailable',
    complaint: expect.stringContaining('ENOENT') as string,
  })
})

test('what nobody needs ends with the program, which does not wait for it', async () => {
  const program = `
    import { withHeadStart } from './electron/core/runs/head-start.ts'
    import { sandboxPids } from './test/helpers/sandbox-pids.ts'
    import { launcher } from './test/helpers/studio.ts'
    withHeadStart(launcher, 2)
    process.stdout.write(JSON.stringify(sandboxPids()))`
  const args = ['--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 })
  const pids = JSON.parse(stdout) as number[]
  expect(pids).toHaveLength(2)
  await vi.waitUntil(() => pids.every(isGone), 20_000)
})

/** Gone for this process too, which has been told. */
function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}
