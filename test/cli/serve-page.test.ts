import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOutput } from '../../electron/cli/output.ts'
import { servePage } from '../../electron/cli/serve-page.ts'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import { builtPage } from '../../electron/web/page-source.ts'
import { sandboxPids } from '../helpers/sandbox-pids.ts'
import { launcher } from '../helpers/studio.ts'
import { eventually, temporaryFolder } from '../helpers/workspace-studio.ts'

const other = createServer()

beforeAll(() => new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve)))
afterAll(() => other.close())

test('where the port is taken nothing of the studio is left', async () => {
  const streams = { stdout: { write: () => undefined }, stderr: { write: () => undefined } }
  const host = { version: '0.0.0', capabilities: pageCapabilities }
  const folder = temporaryFolder()
  const serving = servePage(
    {
      process: { host, sandbox: launcher, interrupted: () => Promise.resolve() },
      output: createOutput(streams, false),
    },
    { folder, isNamed: false, page: builtPage(folder), port: (other.address() as AddressInfo).port },
  )
  await expect(serving).rejects.toMatchObject({ code: 'port-taken' })
  await eventually(() => sandboxPids().length === 0, 'no sandbox process is left')
})
