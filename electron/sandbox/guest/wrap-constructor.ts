import type { Primordials } from './primordials.ts'

/** Builds what `new` of a wrapped constructor gives; `original` is the constructor as V8 has it. */
export type Construct = (original: object, args: readonly unknown[], newTarget: object) => object

/**
 * Puts a stand-in for one of the language's constructors in all places that lead to it. The stand-in is a proxy, so
 * that all the rest is as it was.
 */
export function wrapConstructor(
  p: Primordials,
  name: string,
  construct: Construct,
  call: (original: object, args: readonly unknown[]) => unknown,
): object {
  const original = p.globals[name] as { readonly prototype: object }
  // A handler that inherits would let a lambda add traps to it.
  const handler = p.create(null)
  // V8 names an object after the constructor that it was made with, so that is the original where it may be.
  handler['construct'] = (target: object, args: readonly unknown[], newTarget: object) =>
    construct(target, args, newTarget === standIn ? target : newTarget)
  handler['apply'] = (target: object, _self: unknown, args: readonly unknown[]) => call(target, args)
  const standIn: object = new p.Proxy(original, handler)
  p.hide(original.prototype, 'constructor', standIn)
  p.hide(p.globals, name, standIn)
  return standIn
}
