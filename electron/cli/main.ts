#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { text } from 'node:stream/consumers'
import manifest from '../../package.json' with { type: 'json' }
import { pageCapabilities } from '../contract/models/host.ts'

// What is loaded from here on is compiled once for all starts.
enableCompileCache()
const { ask } = await import('./ask.ts')
const { interrupted } = await import('./interrupted.ts')
const { runCli } = await import('./run-cli.ts')

process.exitCode = await runCli(process.argv.slice(2), {
  entryUrl: import.meta.url,
  host: { version: manifest.version, capabilities: pageCapabilities },
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  readStdin: () => text(process.stdin),
  ask,
  interrupted,
})
