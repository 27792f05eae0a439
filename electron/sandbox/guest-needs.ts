import type { SandboxWork } from '../contract/models/sandbox.ts'
import type { GuestNeeds } from './guest/runtime.ts'
import { removalsWithin } from './removal-program.ts'

/** What a context is to be made with for the body of a task. */
export function needsOf({ settings, reach }: Pick<SandboxWork, 'settings' | 'reach'>): GuestNeeds {
  const finds = (names: RegExp): boolean => reach === null || reach.some((name) => names.test(name))
  return {
    removals: removalsWithin(settings.ecmaVersion, reach),
    constructors: finds(/Error$|^FinalizationRegistry$/),
    patterns: finds(/^RegExp$/),
    proxies: finds(/^Proxy$/),
    console: finds(/^console$/),
    fetch: settings.hasFetch && finds(/^(fetch|Headers)$/),
    activeDirectory: finds(/^FusionAuth$/),
  }
}
