import type { Capabilities } from '../../electron/contract/models/host.ts'
import { useConnection } from './connection-store.ts'

/** Whether the host can do something that a page cannot; no, until it has said so. */
export function hasCapability(name: keyof Capabilities): boolean {
  return useConnection().host?.capabilities[name] ?? false
}
