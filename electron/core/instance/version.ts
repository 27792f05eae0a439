import { z } from 'zod'
import { isStatus } from './instance-error.ts'
import type { Instance } from './instance.ts'

const answer = z.looseObject({ version: z.string() })

/** The version of an instance; null where the key may not ask for it. @throws InstanceError */
export async function readVersion(instance: Instance, signal?: AbortSignal): Promise<string | null> {
  try {
    return (await instance.call(answer, (client) => client.retrieveVersion(), { signal })).version
  } catch (thrown) {
    if (isStatus(thrown, 401)) return null
    throw thrown
  }
}
