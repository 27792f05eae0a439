import type { CredentialStore } from '../ports.ts'

/** The variable that holds the key of one instance, before the one for all. */
export function keyVariable(instanceId: string): string {
  return `FUSIONAUTH_API_KEY_${instanceId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
}

/** The variable that holds a key where the instance has none of its own. */
export const anyKeyVariable = 'FUSIONAUTH_API_KEY'

/**
 * A store in front of which stands the environment: `FUSIONAUTH_API_KEY_<ID>`, then `FUSIONAUTH_API_KEY`, then what is
 * kept. Changes go to the store behind.
 */
export function environmentCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  store: CredentialStore,
): CredentialStore {
  const fromEnvironment = (account: string): string | null => {
    const [instanceId = ''] = account.split(' ')
    return environment[keyVariable(instanceId)]?.trim() || environment[anyKeyVariable]?.trim() || null
  }
  return {
    get: async (account) => fromEnvironment(account) ?? store.get(account),
    has: async (account) => fromEnvironment(account) !== null || store.has(account),
    set: (account, key) => store.set(account, key),
    remove: (account) => store.remove(account),
  }
}
