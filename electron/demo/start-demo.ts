import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StudioError } from '../contract/errors.ts'
import { createDemoApp } from './app.ts'
import { readDataFile } from './saving/read-data-file.ts'
import { Saver } from './saving/saver.ts'
import { keyScopes, type KeyScope } from './seed/api-keys.ts'
import { seedWorld } from './seed/seed-world.ts'
import { firstTenantId } from './world/first-tenant.ts'
import type { World } from './world/world.ts'

export interface DemoOptions {
  /** 0 takes any free port. */
  readonly port?: number | undefined
  /** How many users a new world has, up to 200,000. */
  readonly users?: number | undefined
  /** Makes a new world's content and keys repeatable; its content is repeatable without one, too. */
  readonly seed?: number | undefined
  /** Where the world is kept; a file that is there is used as it is, whatever `users` and `seed` say. */
  readonly data?: string | undefined
  /** Told of faults that no caller waits for: of the server's own, and of saving in the background. */
  readonly reportFault?: ((fault: unknown) => void) | undefined
}

export interface DemoKey {
  readonly name: string
  readonly scope: KeyScope
  readonly key: string
}

export interface Demo {
  readonly url: string
  /** The keys that the demo was made with, as far as nobody has deleted them since. */
  readonly keys: readonly DemoKey[]
  /** The first of its tenants. */
  readonly tenantId: string | null
  /** Ends all connections and writes what is not saved yet. */
  close(): Promise<void>
}

export const usualPort = 9011
export const usualUsers = 500
export const mostUsers = 200_000

/**
 * Starts the embedded instance on this machine's loopback address.
 * @throws StudioError `port-in-use`, `port-not-usable`, `demo-data-unreadable`, `demo-data-unwritable`
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = usualPort, users = usualUsers, seed, data, reportFault = () => undefined } = options
  const kept = data === undefined ? undefined : await readDataFile(data)
  const world = kept ?? (await seedWorld(users, seed))
  const server = createAdaptorServer({ fetch: createDemoApp(world, reportFault).fetch }) as Server
  await listen(server, port)
  const saver = data === undefined ? undefined : new Saver(data, world, reportFault)
  try {
    if (!kept) await saver?.save()
  } catch (fault) {
    await stop(server)
    throw fault
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: demoKeys(world),
    tenantId: firstTenantId(world),
    async close() {
      await stop(server)
      await saver?.flush()
    },
  }
}

function demoKeys(world: World): DemoKey[] {
  return keyScopes.flatMap(([name, scope]) => {
    const apiKey = world.apiKeys.find((known) => known.name === name)
    return apiKey ? [{ name, scope, key: apiKey.key }] : []
  })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(notListening(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
}

function notListening(port: number, cause: NodeJS.ErrnoException): StudioError {
  const inUse = cause.code === 'EADDRINUSE'
  return new StudioError(
    {
      code: inUse ? 'port-in-use' : 'port-not-usable',
      message: inUse
        ? `Port ${port} is in use by another program.`
        : `Port ${port} cannot be used (${cause.code ?? 'unknown'}).`,
      hint: 'Choose another port with --port.',
    },
    { cause },
  )
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
