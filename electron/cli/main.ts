#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'
import manifest from '../../package.json' with { type: 'json' }
import { pageCapabilities } from '../contract/models/host.ts'
import { withHeadStart } from '../core/runs/head-start.ts'
import { processesAtWork } from '../core/runs/processes-at-work.ts'
import { sandboxLauncher } from '../core/runs/sandbox-launcher.ts'

/** Sandbox processes that commands are all but certain to need, and that take longer to come up than the command. */
const headStarts: ReadonlyMap<string | undefined, number> = new Map([
  ['run', 1],
  ['test', processesAtWork(availableParallelism())],
])
const sandbox = withHeadStart(sandboxLauncher(import.meta.url), headStarts.get(process.argv[2]) ?? 0)

// What is loaded from here on is compiled once for all starts.
enableCompileCache()
const { interrupted } = await import('./interrupted.ts')
const { runCli } = await import('./run-cli.ts')

// Who reads the output may have enough of it, as `head` has; the command then ends as it would have.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure
  })
}

process.exitCode = await runCli(process.argv.slice(2), {
  entryUrl: import.meta.url,
  sandbox,
  host: { version: manifest.version, capabilities: pageCapabilities },
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  readStdin: () => text(process.stdin),
  ask: async (question, kind) => {
    const { ask } = await import('./ask.ts')
    return ask(question, kind)
  },
  interrupted,
})
