import type { Primordials } from './primordials.ts'

/** Makes `Date` stand still at an instant, so that a case gives the same result every day. */
export function installClock(p: Primordials, instant: number): void {
  const RealDate = Date
  const construct = Reflect.construct
  const FixedDate = function Date(...args: unknown[]) {
    if (!new.target) return new RealDate(instant).toString()
    return construct(RealDate, args.length === 0 ? [instant] : args, new.target) as unknown
  }
  p.defineProperty(FixedDate, 'prototype', { value: RealDate.prototype, writable: false })
  p.defineProperty(FixedDate, 'length', { value: 7 })
  p.defineProperty(RealDate.prototype, 'constructor', {
    value: FixedDate,
    writable: true,
    configurable: true,
  })
  p.put(FixedDate, 'UTC', RealDate.UTC)
  p.put(FixedDate, 'parse', RealDate.parse)
  p.put(FixedDate, 'now', () => instant)
  p.defineProperty(p.globals, 'Date', {
    value: FixedDate,
    writable: true,
    configurable: true,
    enumerable: false,
  })
}

/** Makes `Math.random` repeatable (mulberry32). */
export function installRandom(p: Primordials, seed: number): void {
  const multiply = Math.imul
  let state = seed | 0
  p.put(Math, 'random', () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = multiply(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + multiply(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  })
}
