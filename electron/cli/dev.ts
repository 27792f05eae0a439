import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { pageCapabilities } from '../contract/models/host.ts'
import { installationRoot, sandboxLauncher } from '../core/runs/sandbox-launcher.ts'
import { editedPage } from '../web/edited-page.ts'
import { newToken } from '../web/web-host.ts'
import { wholeNumber } from './arguments.ts'
import { interrupted } from './interrupted.ts'
import { createOutput } from './output.ts'
import { servePage, usualPort } from './serve-page.ts'

/** Holds the token of the address, so that a page that is open is let in by the next process too. */
const tokenName = 'LAMBDA_STUDIO_DEV_TOKEN'
const token = process.env[tokenName]

/**
 * `npm run dev [folder] [--port n]`: the studio as a page of its sources. The page changes as it is edited; after a change of
 * the host, a new process takes its place at the same address.
 */
if (token === undefined) watch()
else await serve(token)

function watch(): void {
  const args = ['--watch', '--watch-preserve-output', import.meta.filename, ...process.argv.slice(2)]
  const env = { ...process.env, [tokenName]: newToken() }
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  child.on('exit', (code) => (process.exitCode = code ?? 0))
  void interrupted().then(() => child.kill())
}

async function serve(token: string): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: String(usualPort) } },
    allowPositionals: true,
  })
  const [folder] = positionals
  const host = { version: manifest.version, capabilities: pageCapabilities }
  const sandbox = sandboxLauncher(import.meta.url)
  const output = createOutput(process, false)
  const page = editedPage(installationRoot(import.meta.url))
  const start = { folder: resolve(folder ?? '.'), isNamed: folder !== undefined }
  try {
    const port = wholeNumber(0, 65_535)(values.port)
    await servePage({ process: { host, sandbox, interrupted }, output }, { ...start, page, port, token })
  } catch (thrown) {
    output.failure(thrown)
    process.exitCode = 1
  }
}
