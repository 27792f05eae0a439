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
