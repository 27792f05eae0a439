import type { Primordials } from './primordials.ts'
import type { wrapConstructor } from './wrap-constructor.ts'

/** Has `RegExp` refuse the flags that are newer than the level, as an engine does that does not know them. */
export function installPatterns(p: Primordials, wrap: typeof wrapConstructor, ecmaVersion: number): void {
  if (ecmaVersion >= 2024) return
  const newer = ecmaVersion < 2015 ? 'uysdv' : ecmaVersion < 2018 ? 'sdv' : ecmaVersion < 2022 ? 'dv' : 'v'
  /** The flags become text here, so that an object that gives them is asked once. */
  const known = (args: readonly unknown[]): readonly unknown[] => {
    if (args.length < 2 || args[1] === undefined || typeof args[1] === 'symbol') return args
    const flags = p.toText(args[1])
    for (let at = 0; at < newer.length; at++) {
      if (p.indexOf(flags, newer[at]!) >= 0)
        throw new p.SyntaxError(`Invalid flags supplied to RegExp constructor '${flags}'`)
    }
    return [args[0], flags]
  }
  /** Whether a call without `new` gives back what it is given. */
  const isPattern = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    p.tagOf(value) === '[object RegExp]' &&
    p.get(value, 'constructor') === standIn
  const standIn = wrap(
    p,
    'RegExp',
    (original, args, newTarget) => p.construct(original, known(args), newTarget),
    (original, args) => {
      const given = args.length > 0 ? args[0] : undefined
      const alone = args.length < 2 || args[1] === undefined
      return alone && isPattern(given) ? given : p.construct(original, known(args), original)
    },
  )
}
