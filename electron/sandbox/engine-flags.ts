import { setFlagsFromString } from 'node:v8'

/**
 * What V8 leaves out of new contexts when it is told to, and the edition that brought it. It spares each run the time
 * to put these in and take them away again, and is the only way to be without the newest syntax.
 */
const features: readonly (readonly [since: number, flag: string])[] = [
  [2025, 'js-float16array'],
  [2025, 'js-promise-try'],
  [2025, 'js-regexp-escape'],
  [2025, 'js-regexp-modifiers'],
  [2025, 'js-regexp-duplicate-named-groups'],
  [2026, 'js-error-iserror'],
  [2027, 'js-explicit-resource-management'],
  // Parts of what no guest has at any level.
  [9999, 'experimental-wasm-jspi'],
  [9999, 'js-atomics-pause'],
]

let current: number | undefined

/** Makes V8 give what is compiled and created from here on no more than a language level has. */
export function useLevel(ecmaVersion: number): void {
  if (ecmaVersion === current) return
  current = ecmaVersion
  for (const [since, flag] of features) setFlagsFromString(`--${since > ecmaVersion ? 'no-' : ''}${flag}`)
}
