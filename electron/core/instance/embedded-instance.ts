import type { InstanceInfo } from '../../contract/models/instance.ts'
import type { EmbeddedPort } from '../ports.ts'
import type { Instances } from './instances.ts'

type EmbeddedAddress = Awaited<ReturnType<EmbeddedPort['start']>>

const id = 'demo'
const mark = { embedded: true } as const

/**
 * Makes the embedded instance the first instance of a new workspace, under the name "Demo", and starts it for a
 * workspace that has it. Its port may have changed since, and its key is this machine's own. It is told from somebody's
 * own server by the mark in studio.json. That it cannot be started keeps no workspace from opening: the instance then
 * reads as not reachable.
 */
export async function offerEmbedded(
  instances: Instances,
  embedded: EmbeddedPort,
  isNew: boolean,
): Promise<void> {
  try {
    const listed = await instances.list()
    const known = listed.find(mayBeEmbedded)
    if (known) await follow(instances, known, await embedded.start())
    else if (isNew && listed.length === 0) await add(instances, await embedded.start())
  } catch {
    // Said where the instance is used.
  }
}

/** Whoever edits studio.json may leave the mark at an instance that is elsewhere by now. */
function mayBeEmbedded({ embedded, id: named, url, hasKey }: InstanceInfo): boolean {
  // Before there were marks it had this id, and its key was kept.
  return isLoopback(url) && (embedded ?? (named === id && hasKey))
}

async function add(instances: Instances, { url, key, tenantId }: EmbeddedAddress): Promise<void> {
  await instances.add({ id, name: 'Demo', url, tenantId, color: 'green' }, key, mark)
}

async function follow(
  instances: Instances,
  { id: known, url: before, embedded }: InstanceInfo,
  { url, key }: EmbeddedAddress,
): Promise<void> {
  const kept = await instances.compareKey(known, key)
  if (embedded ? before !== url && kept === 'other' : kept !== 'same') return
  if (before !== url || !embedded) await instances.edit(known, { url }, mark)
  await instances.setKey(known, key)
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1'
}
