import type { CredentialStore } from '../ports.ts'

/** The variable that holds the key of one instance, before the one for all. */
export function keyVariable(instanceId: string): string {
  return `FUSIONAUTH_API_KEY_${instanceId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
}

/** The variable that holds a key where the instance has none of its own. */
export const anyKeyVariable = 'FUSIONAUTH_API_KEY'

type Environment = Readonly<Record<string, string | undefined>>

/** The key that the environment has for an instance; a variable that is empty counts as not set. */
export function keyFromEnvironment(environment: Environment, instanceId: string): string | null {
  const variables = [keyVariable(instanceId), anyKeyVariable]
  return variables.map((name) => environment[name]?.trim()).find((key) => key) ?? null
}

/**
 * A store in front of which stands the environment: `FUSIONAUTH_API_KEY_<ID>`, then `FUSIONAUTH_API_KEY`, then what is
 * kept. Changes go to the store behind.
 */
export function environmentCredentials(environment: Environment, store: CredentialStore): CredentialStore {
  const fromEnvironment = (account: string): string | null =>
    keyFromEnvironment(environment, account.split(' ', 1).join(''))
  return {
    get: async (account) => fromEnvironment(account) ?? store.get(account),
    has: async (account) => fromEnvironment(account) !== null || store.has(account),
    set: (account, key) => store.set(account, key),
    remove: (account) => store.remove(account),
  }
}
