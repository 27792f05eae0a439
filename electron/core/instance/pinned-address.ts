import { StudioError } from '../../contract/errors.ts'
import type { InstanceEntry } from '../../contract/models/workspace.ts'
import { say } from '../../contract/words.ts'
import { parseAddress } from './connection.ts'

/** The address that an instance must have, and the variable of the environment that says so. */
export interface PinnedAddress {
  readonly variable: string
  readonly address: string
}

/** Says where an instance must be, by its id; null where nothing is said of it. */
export type AddressPins = (instanceId: string) => PinnedAddress | null

/**
 * Keeps a key, and all else, from being sent to where studio.json points when the host says where the instance is.
 * @throws StudioError `address-not-pinned`; as reading the address of the entry
 */
export function refuseUnpinned({ id, url }: Pick<InstanceEntry, 'id' | 'url'>, pins: AddressPins): void {
  const pinned = pins(id)
  if (pinned === null) return
  const { variable } = pinned
  const wanted = addressIn(pinned)
  const found = parseAddress(url)
  if (wanted === found) return
  throw new StudioError({
    code: 'address-not-pinned',
    message: say`${variable} is ${wanted}, but studio.json has ${id} at ${found}; nothing was sent.`,
    hint: say`Find out who changed studio.json. If ${found} is right, set ${variable} to it.`,
  })
}

function addressIn({ variable, address }: PinnedAddress): string {
  try {
    return parseAddress(address)
  } catch (thrown) {
    throw new StudioError(
      {
        code: 'address-not-pinned',
        message: say`${variable} is set, but is no address that an instance can have; nothing was sent.`,
        hint: say`Set ${variable} to the address of the instance, such as https://auth.example.com, or take it away.`,
      },
      { cause: thrown },
    )
  }
}
