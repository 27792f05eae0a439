import type { SandboxTask } from '../contract/models/sandbox.ts'
import type { GuestLimits } from './guest/runtime.ts'
import { removalsWithin } from './removal-program.ts'

/** The constructors that `installConstructors` changes. */
const constructors = /Error$|^FinalizationRegistry$/

/** What is to be kept from a body or watched, as far as it can come to it. */
export function limitsOf({ settings, reach }: Pick<SandboxTask, 'settings' | 'reach'>): GuestLimits {
  const finds = (names: RegExp): boolean => reach === null || reach.some((name) => names.test(name))
  return {
    removals: removalsWithin(settings.ecmaVersion, reach),
    findsConstructors: finds(constructors),
    findsProxy: finds(/^Proxy$/),
    findsRegExp: finds(/^RegExp$/),
  }
}
