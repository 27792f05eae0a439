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
  const { apply, construct, defineProperty, deleteProperty, get } = Reflect
  const { getPrototypeOf, setPrototypeOf, ownKeys } = Reflect
  const { bind, call } = Function.prototype
  /** A method as a function whose first argument is what it is called on. */
  const uncurry = bind.bind(call as () => unknown) as <A extends unknown[], R>(
    method: (...args: A) => R,
  ) => (self: unknown, ...args: A) => R
  const create = Object.create as (prototype: object | null) => Record<string, unknown>
  // One for all: whoever defines a property reads it before any code of the lambda can run.
  const descriptor = create(null)
  descriptor['writable'] = descriptor['configurable'] = true
  const data = (value: unknown, enumerable: boolean): PropertyDescriptor => {
    descriptor['value'] = value
    descriptor['enumerable'] = enumerable
    return descriptor
  }
  return {
    // V8 makes an object of this many properties in a new context much faster where it inherits from none.
    __proto__: null,
    apply,
    construct: construct as (target: object, args: readonly unknown[], newTarget: object) => object,
    defineProperty,
    deleteProperty,
    get,
    // Those of Object are the faster ones in V8.
    getOwnPropertyDescriptor: Object.getOwnPropertyDescriptor as (
      self: object,
      key: PropertyKey,
    ) => PropertyDescriptor | undefined,
    hasOwn: Object.hasOwn,
    getPrototypeOf,
    setPrototypeOf,
    ownKeys,
    create,
    isArray: Array.isArray,
    isFinite: Number.isFinite,
    parseJson: JSON.parse as (text: string) => unknown,
    quote: JSON.stringify as (value: unknown) => string,
    tag: Symbol.toStringTag,
    toText: String,
    Date,
    DateTimeFormatPrototype: Intl.DateTimeFormat.prototype as object,
    Error,
    Math,
    Proxy,
    ReferenceError,
    SyntaxError,
    TypeError,
    multiply: Math.imul,
    ArrayPrototype: Array.prototype as readonly unknown[],
    ObjectPrototype: Object.prototype,
    globals: globalThis as Record<string, unknown>,
    /** The object's class as the language has it, `[object Object]` for a plain one. */
    tagOf: uncurry(Object.prototype.toString) as (self: object) => string,
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
