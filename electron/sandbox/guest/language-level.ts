import type { Primordials } from './primordials.ts'
import type { wrapConstructor } from './wrap-constructor.ts'

/** Takes away what newer levels added to constructors that the level has. */
export function installConstructors(p: Primordials, wrap: typeof wrapConstructor, ecmaVersion: number): void {
  if (ecmaVersion < 2022) {
    // An error has no cause before ES2022.
    const withoutCause = (name: string, argumentCount: number): object => {
      const make = (original: object, args: readonly unknown[], newTarget: object): object => {
        const known: unknown[] = []
        for (let at = 0; at < argumentCount && at < args.length; at++) p.push(known, args[at])
        return p.construct(original, known, newTarget)
      }
      return wrap(p, name, make, (original, args) => make(original, args, original))
    }
    const base = withoutCause('Error', 1)
    const kinds = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']
    for (let at = 0; at < kinds.length; at++) {
      p.setPrototypeOf(p.globals[kinds[at]!] as object, base)
      withoutCause(kinds[at]!, 1)
    }
    if (p.globals['AggregateError']) {
      p.setPrototypeOf(p.globals['AggregateError'], base)
      withoutCause('AggregateError', 2)
    }
  }
  if (!p.globals['FinalizationRegistry']) return
  // Its callbacks would run whenever V8 collects, also during a later run; the language lets them never run.
  wrap(
    p,
    'FinalizationRegistry',
    (original, args, newTarget) => {
      const callback = args.length > 0 && typeof args[0] === 'function' ? () => undefined : undefined
      return p.construct(original, [callback], newTarget)
    },
    () => {
      throw new p.TypeError("Constructor FinalizationRegistry requires 'new'")
    },
  )
}
