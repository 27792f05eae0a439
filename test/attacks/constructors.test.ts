import { describe } from 'vitest'
import { startStudio } from '../helpers/studio.ts'
import { testAttacks } from './attack.ts'

const api = startStudio()

describe('following constructors leads to the own realm alone', () => {
  testAttacks(api, [
    ['an argument', 'look(jwt)'],
    ['every argument', 'look(user); look(registration); look(context)'],
    ['the arguments object', 'look(arguments)'],
    ['this of a sloppy function', 'look((function () { return this })())'],
    ['this of the called function', 'look(this)'],
    [
      'the console and its methods',
      'look(console); for (const key of Object.keys(console)) look(console[key])',
    ],
    ['fetch', 'look(fetch); look(fetch.prototype)'],
    ['Headers and an instance', 'look(Headers); look(new Headers({ a: "b" }))'],
    ['the FusionAuth helper', 'look(FusionAuth); look(FusionAuth.ActiveDirectory.b64GuidToString)'],
    ['the services of the context', 'look(context.services); look(context.services.secrets.get)'],
    [
      'an answer of fetch',
      'try { look(fetch("https://a.example")) } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'the prototype chain of the console',
      'for (let at = console; at; at = Object.getPrototypeOf(at)) look(at)',
    ],
    [
      'the prototype chain of the global object',
      'for (let at = globalThis; at; at = Object.getPrototypeOf(at)) look(at)',
    ],
    [
      'every property of the global object',
      'for (const key of Reflect.ownKeys(globalThis)) { const value = globalThis[key]; look(value); if (value) look(value.prototype) }',
    ],
    [
      'every getter and setter of every built-in',
      `const seen = new Set()
       const walk = (value, depth) => {
         if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value) || depth > 6) return
         seen.add(value)
         look(value)
         for (const key of Reflect.ownKeys(value)) {
           const { get, set, value: held } = Object.getOwnPropertyDescriptor(value, key)
           walk(get, depth + 1); walk(set, depth + 1); walk(held, depth + 1)
         }
         walk(Object.getPrototypeOf(value), depth + 1)
       }
       walk(globalThis, 0)`,
    ],
    [
      'the constructor of async functions',
      'look((async () => {}).constructor); look(Object.getPrototypeOf(async () => {}))',
    ],
    [
      'the constructor of generators',
      'look(function* () {}.constructor); look(Object.getPrototypeOf(function* () {}))',
    ],
    ['the constructor of async generators', 'look(async function* () {}.constructor)'],
    [
      'the prototypes of iterators',
      'look(Object.getPrototypeOf([][Symbol.iterator]())); look(Object.getPrototypeOf("a".matchAll(/a/g)))',
    ],
    [
      'the constructor that typed arrays share',
      'look(Object.getPrototypeOf(Int8Array)); look(new Uint8Array(8).buffer)',
    ],
    [
      'a symbol and its registry',
      'look(Symbol.for("nodejs.util.inspect.custom")); look(Object(Symbol.iterator))',
    ],
    [
      'the wrapped constructors',
      'look(Error); look(Error.prototype.constructor); look(Object.getPrototypeOf(TypeError)); look(FinalizationRegistry); look(RegExp); look(/a/); look(new RegExp("a"))',
    ],
    [
      'a species of an array',
      'class Mine extends Array { static get [Symbol.species]() { return Object } } look(new Mine(3).map((each) => each))',
    ],
    [
      'a species of a promise',
      'class Mine extends Promise { static get [Symbol.species]() { return function (run) { run(() => 0, () => 0); look(this) } } } look(Mine.resolve(1).then(() => 1))',
    ],
    [
      'a species of an array buffer',
      'const buffer = new ArrayBuffer(8); buffer.constructor = { [Symbol.species]: function () { look(this); return new ArrayBuffer(8) } }; look(buffer.slice(0))',
    ],
    [
      'a species of a regular expression',
      'const found = /a/g; found.constructor = { [Symbol.species]: function (pattern, flags) { look(pattern); return /a/y } }; look("aXa".split(found))',
    ],
    [
      'Reflect.construct with another new.target',
      'look(Reflect.construct(Object, [], fetch)); look(Reflect.construct(Array, [], Headers))',
    ],
    [
      'an object without a prototype given a constructor',
      'const bare = Object.create(null); bare.constructor = fetch.constructor; look(bare)',
    ],
    ['legacy accessors', 'look({}.__lookupGetter__("__proto__")); look(jwt.__proto__.constructor)'],
    [
      'a changed prototype of an argument',
      'Object.setPrototypeOf(user, new Proxy({}, { get: (target, key, receiver) => { look(receiver); return undefined } })); look(user.anything)',
    ],
    [
      'Intl objects',
      'look(Intl); look(new Intl.NumberFormat("en")); look(new Intl.DateTimeFormat("en").formatToParts(0)); look(new Intl.DateTimeFormat("en").format)',
    ],
    [
      'names that a bare V8 or Node has',
      'for (const name of ["navigator", "window", "self", "URL", "TextEncoder", "atob", "crypto", "performance", "d8", "print", "load", "gc", "quit", "version", "Temporal"]) if (makeFunction("return typeof " + name)() !== "undefined") reached.push(name)',
    ],
    ['weak references', 'look(new WeakRef(jwt).deref()); look(new WeakRef(fetch).deref().constructor)'],
  ])
})
