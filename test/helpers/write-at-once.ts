import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import { fileCredentials } from '../../electron/core/credentials/file-credentials.ts'
import { lockFile } from '../../electron/core/files/file-lock.ts'
import { sandboxLauncher } from '../../electron/core/runs/sandbox-launcher.ts'
import { fileSettings } from '../../electron/core/settings/file-settings.ts'
import { createStudio } from '../../electron/core/studio.ts'
import { rememberRecent } from '../../electron/core/workspace/recent.ts'

/**
 * A program that writes what others write too: says `ready`, waits for a line, does its work as often as it is told,
 * and says `done`.
 */
const [work = '', path = '', name = '', times = '0'] = process.argv.slice(2)
const names = Array.from({ length: Number(times) }, (_, at) => `${name}-${at}`)

const works: Readonly<Record<string, () => Promise<void>>> = {
  keys: async () => {
    const store = fileCredentials(path)
    for (const each of names) await store.set(each, `key-of-${each}`)
  },
  settings: async () => {
    const store = fileSettings(path)
    for (const each of names) await store.set(each, each)
  },
  recent: async () => {
    const store = fileSettings(path)
    for (const each of names) await rememberRecent(store, `/workspaces/${each}`, new Date())
  },
  instances: async () => {
    const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')
    const studio = createStudio({
      host: { version: '0.0.0', capabilities: pageCapabilities },
      sandbox: sandboxLauncher(pathToFileURL(entry).href),
      keepSpare: false,
      watch: false,
      settings: fileSettings(join(path, 'config')),
      credentials: fileCredentials(join(path, 'config', 'credentials.json')),
      emit: () => undefined,
    })
    await studio.api.workspace.open(path)
    for (const each of names) {
      await studio.api.instances.add({ id: each, name: each, url: 'http://127.0.0.1:1' }, `key-of-${each}`)
    }
    studio.close()
  },
  /** Takes the lock, and is killed with it. */
  hold: async () => {
    await lockFile(path)
    process.stdout.write('held\n')
    await once(process.stdin, 'data')
  },
}

process.stdout.write('ready\n')
await once(process.stdin, 'data')
await works[work]?.()
process.stdout.write('done\n')
process.stdin.destroy()
