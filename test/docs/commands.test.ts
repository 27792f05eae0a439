import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { documents, root } from './blocks/blocks.ts'
import { commandsOf, isServer, notRun } from './commands.ts'

let demo: Demo
let programs: string

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 20, seed: 7 })
  programs = mkdtempSync(join(tmpdir(), 'programs-'))
  const main = join(root, 'electron', 'cli', 'main.ts').replaceAll('\\', '/')
  const program = join(programs, 'lambda-studio')
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath.replaceAll('\\', '/')}" "${main}" "$@"\n`)
  chmodSync(program, 0o755)
})
afterAll(() => demo.close())

/** Starts one command as a person with a fresh home would type it. */
function start(line: string, cwd: string, home: string): ChildProcess {
  const typed = line
    .replaceAll('http://localhost:9011', demo.url)
    .replace(/^lambda-studio (demo|open)\b.*/, '$& --port 0')
  return spawn('bash', ['-c', typed], {
    cwd,
    env: {
      ...process.env,
      PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: home,
      APPDATA: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      FUSIONAUTH_API_KEY: demo.keys.find(({ scope }) => scope === 'global')?.key,
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What a command ended with: its code and what it said. A server is told to end once it has said something. */
function run(child: ChildProcess, server: boolean): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (server) child.kill('SIGINT')
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', reject)
    // A server may be told to end before it listens for that.
    child.on('close', (code) => resolve({ code: server && !said.includes('Error:') ? 0 : code, said }))
  })
}

const documented = documents()
  .map((document) => [document, commandsOf(document)] as const)
  .filter(([, commands]) => commands.length > 0)

test('every command that is not run is in a document', () => {
  const lines = documented.flatMap(([, commands]) => commands.map(({ line }) => line))
  expect(Object.keys(notRun).filter((line) => !lines.includes(line))).toEqual([])
})

describe.each(documented)('the commands of %s', (_document, commands) => {
  test('are good, one after the other', async () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'))
    const folder = mkdtempSync(join(tmpdir(), 'workspace-'))
    mkdirSync(join(folder, 'docs'))
    cpSync(join(root, 'docs', 'examples'), join(folder, 'docs', 'examples'), { recursive: true })
    for (const { line } of commands.filter((command) => !Object.hasOwn(notRun, command.line))) {
      const cwd = line.startsWith('npm ') ? root : folder
      const { code, said } = await run(start(line, cwd, home), isServer(line))
      expect({ line, code, said }).toEqual({ line, code: 0, said })
    }
  }, 180_000)
})
