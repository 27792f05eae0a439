import type { AddressPins } from '../instance/pinned-address.ts'
import type { CredentialStore } from '../ports.ts'
import { ownVariable, variablesFor, type Environment } from './environment-variables.ts'

/** The variable that holds the key of one instance, before the one for all. */
export function keyVariable(instanceId: string): string {
  return ownVariable(anyKeyVariable, instanceId)
}

/** The variable that holds a key where the instance has none of its own. */
export const anyKeyVariable = 'FUSIONAUTH_API_KEY'

/** The variable that says where an instance must be, where it has none of its own. */
const anyAddressVariable = 'FUSIONAUTH_URL'

/** The key that the environment has for an instance; a variable that is empty counts as not set. */
export function keyFromEnvironment(environment: Environment, instanceId: string): string | null {
  const variables = variablesFor(anyKeyVariable, instanceId)
  return variables.map((name) => environment[name]?.trim()).find((key) => key) ?? null
}

/**
 * Where instances must be: `FUSIONAUTH_URL_<ID>`, then `FUSIONAUTH_URL`. A variable that is empty counts as set, and no
 * instance is there: a pipeline whose setting was forgotten shall not send its key anywhere.
 */
export function environmentPins(environment: Environment): AddressPins {
  return (instanceId) => {
    const variable = variablesFor(anyAddressVariable, instanceId).find(
      (name) => environment[name] !== undefined,
    )
    return variable === undefined ? null : { variable, address: environment[variable]?.trim() ?? '' }
  }
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
