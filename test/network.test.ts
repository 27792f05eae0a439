import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Every file that can reach another process over the network, and whom. The studio tells nobody else anything. */
const reaching: Readonly<Record<string, string>> = {
  'electron/core/instance/transport.ts': 'the instance that the user connects',
  'electron/core/instance/instance.ts': 'the same, by the client of FusionAuth',
  'electron/core/studio.ts': 'the same: the fetch that the transport gets where the host has none of its own',
  'electron/main/system-fetch.ts': 'the same, through the proxy of the system',
  'electron/main/studio-window.ts': 'the same: hands that fetch on',
  'electron/main/updates.ts': 'the address of releases that the program was packed with',
  'electron/demo/embedded-demo.ts': 'the demo of another studio on this machine',
  'electron/demo/start-demo.ts': 'nobody: serves the demo on this machine',
  'electron/web/web-host.ts': 'nobody: serves the page on this machine',
  'electron/web/page-source.ts': 'nobody: serves the page on this machine',
  'renderer/features/about/about-store.ts': 'the host that served the page',
  'renderer/studio.ts': 'the host that served the page',
  'renderer/transport/http-transport.ts': 'the host that served the page',
}

/** Files that speak of the fetch of lambdas, which the sandbox answers from rules. */
const speaking = [
  'electron/core/catalogue/shapes/globals.ts',
  'electron/core/checks/globals.ts',
  'electron/sandbox/guest/fetch.ts',
  'renderer/editor/snippets.ts',
]

const clients =
  "node:(?:https?|http2|net|tls|dgram)|https?|net|undici|axios|ws|ky|electron-updater|@hono/node-server[^']*|@fusionauth/typescript-client"

const signs = [
  new RegExp(`^(?:import|export) (?!type\\b)[^'"]*'(?:${clients})'`, 'm'),
  new RegExp(`\\b(?:import|require|resolve)\\('(?:${clients})'\\)`),
  /^import \{[^}]*\bnet\b[^}]*\} from 'electron'/m,
  /\bfetch\(|\bglobalThis\.fetch\b|\bsystemFetch\b/,
  /\bnew (?:WebSocket|EventSource|XMLHttpRequest|WebTransport|RTCPeerConnection)\b/,
  /\bsendBeacon\b|\bcrashReporter\b/,
]

const files = globSync(['electron/**/*.ts', 'renderer/**/*.{ts,vue}'], { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)

test('the network is reached from known places alone', () => {
  const found = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return signs.some((sign) => sign.test(text))
  })
  expect(found.toSorted()).toEqual([...Object.keys(reaching), ...speaking].toSorted())
})

test('nothing that reports what users do is among the packages', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', object>
  const names = Object.keys({ ...dependencies, ...devDependencies })
  expect(names).toContain('electron')
  expect(
    names.filter((name) =>
      /sentry|analytics|telemetry|posthog|mixpanel|amplitude|segment|bugsnag/.test(name),
    ),
  ).toEqual([])
})
