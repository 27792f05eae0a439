/**
 * The intrinsics that the runtime works with, taken before any guest code ran. Whatever a lambda does to
 * prototypes afterwards does not reach the runtime.
 *
 * Every function in this folder is sent to the isolate as its own source text, so none may use anything but its
 * parameters and the language.
 */
export type Primordials = ReturnType<typeof capturePrimordials>

export function capturePrimordials() {
  const { apply, defineProperty, deleteProperty, get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
    Reflect
  const uncurry =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    (self: unknown, ...args: A): R =>
      apply(method, self, args) as R
  const PromisePrototype = Promise.prototype
  const plain = (value: unknown) => {
    const descriptor = Object.create(null) as PropertyDescriptor
    descriptor.value = value
    descriptor.writable = descriptor.enumerable = descriptor.configurable = true
    return descriptor
  }
  return {
    apply,
    defineProperty,
    deleteProperty,
    get,
    getOwnPropertyDescriptor,
    getPrototypeOf,
    ownKeys,
    isArray: Array.isArray,
    isFinite: Number.isFinite,
    parseJson: JSON.parse as (text: string) => unknown,
    quote: JSON.stringify as (text: string) => string,
    toText: String,
    Error,
    TypeError,
    ObjectPrototype: Object.prototype,
    globals: globalThis as Record<string, unknown>,
    create: Object.create as (prototype: object | null) => Record<string, unknown>,
    isWellFormed: uncurry(String.prototype.isWellFormed),
    slice: uncurry(String.prototype.slice),
    indexOf: uncurry(String.prototype.indexOf) as (self: string, part: string, from?: number) => number,
    charCode: uncurry(String.prototype.charCodeAt),
    lowerCase: uncurry(String.prototype.toLowerCase),
    upperCase: uncurry(String.prototype.toUpperCase),
    fromCharCode: String.fromCharCode,
    dateToIso: uncurry(Date.prototype.toISOString),
    dateToTime: uncurry(Date.prototype.getTime),
    exec: uncurry(RegExp.prototype.exec),
    isPromise: (value: unknown): boolean =>
      typeof value === 'object' && value !== null && getPrototypeOf(value) === PromisePrototype,
    /** Appends without asking `Array.prototype`. */
    push: (list: unknown[], item: unknown): void => {
      defineProperty(list, list.length, plain(item))
    },
    /** Sets an own property without asking any prototype. */
    put: (target: object, key: PropertyKey, value: unknown): void => {
      defineProperty(target, key, plain(value))
    },
  }
}
