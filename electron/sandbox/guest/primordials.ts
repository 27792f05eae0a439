/**
 * The intrinsics that the runtime works with, taken before any guest code ran. Whatever a lambda does to
 * prototypes afterwards does not reach the runtime.
 *
 * Every function in this folder is sent to the isolate as its own source text, so none may use anything but its
 * parameters and the language. Of the language it leaves out what asks a prototype that the lambda may have
 * changed: iteration, reading a property that may be missing, and descriptors that inherit.
 */
export type Primordials = ReturnType<typeof capturePrimordials>

export function capturePrimordials() {
  const { apply, construct, defineProperty, deleteProperty, get, getOwnPropertyDescriptor } = Reflect
  const { getPrototypeOf, setPrototypeOf, ownKeys } = Reflect
  const { bind, call } = Function.prototype
  /** A method as a function whose first argument is what it is called on. */
  const uncurry = bind.bind(call as () => unknown) as <A extends unknown[], R>(
    method: (...args: A) => R,
  ) => (self: unknown, ...args: A) => R
  const create = Object.create as (prototype: object | null) => Record<string, unknown>
  const data = (value: unknown, enumerable: boolean): PropertyDescriptor => {
    const descriptor = create(null)
    descriptor['value'] = value
    descriptor['writable'] = descriptor['configurable'] = true
    descriptor['enumerable'] = enumerable
    return descriptor
  }
  return {
    apply,
    construct: construct as (target: object, args: readonly unknown[], newTarget: object) => object,
    defineProperty,
    deleteProperty,
    get,
    getOwnPropertyDescriptor,
    getPrototypeOf,
    setPrototypeOf,
    ownKeys,
    create,
    isArray: Array.isArray,
    isFinite: Number.isFinite,
    parseJson: JSON.parse as (text: string) => unknown,
    quote: JSON.stringify as (text: string) => string,
    toText: String,
    Date,
    Error,
    Math,
    Proxy,
    ReferenceError,
    TypeError,
    multiply: Math.imul,
    ObjectPrototype: Object.prototype,
    globals: globalThis as Record<string, unknown>,
    hasOwn: uncurry(Object.prototype.hasOwnProperty) as (self: object, key: PropertyKey) => boolean,
    isWellFormed: uncurry(String.prototype.isWellFormed) as (self: string) => boolean,
    slice: uncurry(String.prototype.slice) as (self: string, start: number, end?: number) => string,
    indexOf: uncurry(String.prototype.indexOf) as (self: string, part: string, from?: number) => number,
    lowerCase: uncurry(String.prototype.toLowerCase) as (self: string) => string,
    upperCase: uncurry(String.prototype.toUpperCase) as (self: string) => string,
    dateToIso: uncurry(Date.prototype.toISOString) as (self: object) => string,
    exec: uncurry(RegExp.prototype.exec) as (self: RegExp, text: string) => RegExpExecArray | null,
    /** Appends without asking `Array.prototype`. */
    push: (list: unknown[], item: unknown): void => {
      defineProperty(list, list.length, data(item, true))
    },
    /** Sets an own property without asking any prototype. */
    put: (target: object, key: PropertyKey, value: unknown): void => {
      defineProperty(target, key, data(value, true))
    },
    /** As `put`, for what enumeration leaves out. */
    hide: (target: object, key: PropertyKey, value: unknown): void => {
      defineProperty(target, key, data(value, false))
    },
  }
}
