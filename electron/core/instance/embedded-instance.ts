import type { EmbeddedPort } from '../ports.ts'
import type { Instances } from './instances.ts'

const id = 'demo'

/**
 * Makes the embedded instance the first instance of a new workspace, under the name "Demo", and starts it for a
 * workspace that has it. Its port may have changed since, and its key is this machine's own. That it cannot be
 * started keeps no workspace from opening: the instance then reads as not reachable.
 */
export async function offerEmbedded(
  instances: Instances,
  embedded: EmbeddedPort,
  isNew: boolean,
): Promise<void> {
  try {
    const listed = await instances.list()
    const known = listed.find((entry) => entry.id === id)
    if (known ? !isLoopback(known.url) : !isNew || listed.length > 0) return
    const { url, key, tenantId } = await embedded.start()
    if (!known) await instances.add({ id, name: 'Demo', url, tenantId, color: 'green' }, key)
    else if (known.url !== url) {
      // With a key of its own it is somebody's own server on this machine.
      if (await instances.hasOtherKey(id, key)) return
      await instances.edit(id, { url })
    }
    await instances.setKey(id, key)
  } catch {
    // Said where the instance is used.
  }
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1'
}
