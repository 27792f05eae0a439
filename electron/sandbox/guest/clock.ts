import type { Primordials } from './primordials.ts'
import type { wrapConstructor } from './wrap-constructor.ts'

/** Makes `Date` stand still at an instant, so that a case gives the same result every day. */
export function installClock(p: Primordials, wrap: typeof wrapConstructor, instant: number): void {
  const RealDate = p.Date
  wrap(
    p,
    'Date',
    (original, args, newTarget) => p.construct(original, args.length === 0 ? [instant] : args, newTarget),
    () => p.toText(new RealDate(instant)),
  )
  p.hide(RealDate, 'now', () => instant)
}

/** Has the formats of `Intl` that are given no date take the same instant. */
export function installDateFormats(p: Primordials, instant: number): void {
  const { DateTimeFormatPrototype: prototype } = p
  const handler = p.create(null)
  handler['apply'] = (format: () => unknown, self: unknown, args: readonly unknown[]) =>
    p.apply(format, self, [args.length === 0 || args[0] === undefined ? instant : args[0]]) as unknown
  const dated = (format: unknown): unknown => new p.Proxy(format as object, handler)
  // `format` is a getter, which gives each formatter a function of its own.
  const own = p.getOwnPropertyDescriptor(prototype, 'format')!
  const read = own.get!
  const standIn = {
    get format(): unknown {
      return dated(p.apply(read, this, []))
    },
  }
  own.get = p.getOwnPropertyDescriptor(standIn, 'format')!.get!
  p.defineProperty(prototype, 'format', own)
  p.hide(prototype, 'formatToParts', dated(p.get(prototype, 'formatToParts')))
}

/** Makes `Math.random` repeatable (mulberry32). */
export function installRandom(p: Primordials, seed: number): void {
  const { multiply } = p
  let state = seed | 0
  p.hide(p.Math, 'random', () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = multiply(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + multiply(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  })
}
