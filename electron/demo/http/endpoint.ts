import type { Handler, Method } from './call.ts'

/**
 * Which keys may call an endpoint: a key of the whole instance, any key, a key that manages keys, or anybody.
 * A key that is bound to a tenant never passes `global` and `key-manager`.
 */
export type KeyScope = 'global' | 'any' | 'key-manager' | 'none'

/** One path with its methods. */
export interface Endpoint {
  readonly path: string
  /** The name under which the permissions of a key list it. */
  readonly permission: string
  readonly scope: KeyScope
  readonly handlers: Readonly<Partial<Record<Method, Handler>>>
}
