import { describe } from 'vitest'
import { startStudio } from '../helpers/studio.ts'
import { testAttacks } from './attack.ts'

const api = startStudio()

describe('code made at run time stays in the own realm', () => {
  testAttacks(api, [
    ['Function', 'look(Function("return this")()); look(new Function("return typeof process")())'],
    ['the constructor of a method', 'look([].map.constructor("return this")())'],
    ['direct eval', 'look(eval("this")); look(eval("typeof process"))'],
    ['indirect eval', 'look((0, eval)("this")); look(globalThis.eval("this"))'],
    ['eval through an alias', 'const run = eval; look(run("arguments = 1; globalThis"))'],
    ['Function with a default argument that runs', 'look(Function("a = globalThis", "return a")())'],
    [
      'Function that closes its own body',
      'try { look(Function("}, look(globalThis), function () {")()) } catch (error) { look(error); look(error.stack) }',
    ],
    ['a constructor of async functions', 'look((async () => {}).constructor("return globalThis")())'],
    ['a constructor of generators', 'look(function* () {}.constructor("yield globalThis")().next().value)'],
    [
      'import()',
      'try { const loaded = Function("return import(\'node:fs\')")(); loaded.then(look, (error) => { look(error); look(error.stack) }) } catch (error) { look(error); look(error.stack) }',
    ],
    ['import.meta', 'try { look(Function("return import.meta")()) } catch (error) { look(error.stack) }'],
    [
      'a getter on the global object that code made at run time reads',
      'Object.defineProperty(globalThis, "trap", { get() { look(this); return 1 } }); Function("return trap")()',
    ],
    [
      'with',
      'look(Function("scope", "with (scope) { return typeof process }")(new Proxy({}, { has: () => true, get: (target, key) => key === Symbol.unscopables ? undefined : look })))',
    ],
    [
      'sourceURL of code made at run time',
      'try { eval("throw new Error(1)\\n//# sourceURL=node:internal") } catch (error) { look(Object.keys(error)) }',
    ],
  ])
})

describe('who calls a lambda cannot be seen', () => {
  testAttacks(api, [
    ['arguments.callee', 'look(arguments.callee)'],
    ['caller of the function', 'look(populate.caller)'],
    [
      'caller of a helper',
      'function helper() { return helper.caller } look(helper()); if (helper() !== populate) reached.push("caller")',
    ],
    [
      'caller of the caller',
      'try { look(populate.caller && populate.caller.caller) } catch (error) { look(error.stack) }',
    ],
    ['arguments of the caller', 'look(populate.arguments)'],
    [
      'caller inside a getter that the runtime reads',
      'jwt.late = undefined; Object.defineProperty(jwt, "late", { enumerable: true, configurable: true, get: function read() { try { look(read.caller) } catch (error) {} return reached.length } })',
    ],
    [
      'caller inside toString that the console calls',
      'console.info({ toString: function read() { try { look(read.caller); look(arguments.callee.caller) } catch (error) {} return "x" } })',
    ],
    [
      'caller inside toString that fetch calls',
      'try { fetch({ toString: function read() { look(read.caller); return "https://a.example" } }) } catch (error) { look(error) }',
    ],
    [
      'caller inside a trap of a proxy',
      'jwt.odd = new Proxy({}, { ownKeys: function read() { try { look(read.caller) } catch (error) {} return [] } })',
    ],
    [
      'this of a getter',
      'Object.defineProperty(jwt, "me", { enumerable: true, get() { look(this); return 1 } })',
    ],
    ['the source of the runtime', 'for (const made of [fetch, console.info, Headers]) look(String(made))'],
    [
      'new.target of Headers',
      'class Mine extends Headers { constructor() { super({}); look(new.target) } } look(new Mine())',
    ],
    ['Headers called without new', 'try { Headers({}) } catch (error) { look(error); look(error.stack) }'],
    [
      'Headers on another object',
      'look(Reflect.construct(Headers, [{}], Array)); look(Object.getOwnPropertySymbols(new Headers({})).map(String))',
    ],
  ])
})

describe('template objects and tags', () => {
  testAttacks(api, [
    ['the strings of a tag', 'const tag = (strings) => strings; look(tag`a`); look(tag`a`.raw)'],
    ['a tag that is a built-in', 'look(Function`return globalThis`()); look(eval`1`)'],
    [
      'String.raw on a proxy',
      'look(String.raw(new Proxy({ raw: ["a", "b"] }, { get: (target, key) => { look(target); return target[key] } }), 1))',
    ],
    ['a tag as the console', 'look(console.info`text ${jwt}`)'],
  ])
})

describe('proxies', () => {
  testAttacks(api, [
    [
      'a proxy of the global object',
      'look(new Proxy(globalThis, {}).constructor); look(new Proxy(globalThis, {}))',
    ],
    [
      'a proxy of fetch',
      'const wrapped = new Proxy(fetch, { apply: (target, self, args) => { look(self); look(args); return Reflect.apply(target, self, args) } }); try { wrapped("https://a.example") } catch (error) { look(error) }',
    ],
    [
      'a proxy as an argument of the console',
      'console.info(new Proxy({}, { get: (target, key, receiver) => { look(receiver); return key === Symbol.toPrimitive ? () => "text" : undefined } }))',
    ],
    [
      'a proxy as options of fetch',
      'try { fetch("https://a.example", new Proxy({}, { get: (target, key, receiver) => { look(receiver); look(String(key)); return undefined } })) } catch (error) { look(error) }',
    ],
    [
      'a revoked proxy left in the arguments',
      'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); jwt.gone = proxy',
    ],
    [
      'a proxy whose every trap looks around',
      'jwt.trap = new Proxy({}, new Proxy({}, { get: (target, trap) => (...args) => { for (const arg of args) look(arg); return Reflect[trap](...args) } }))',
    ],
    [
      'a proxy as prototype of the global object',
      'try { Object.setPrototypeOf(Object.prototype, new Proxy({}, {})) } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'a proxy in the prototype chain of an argument',
      'Object.setPrototypeOf(jwt, new Proxy({}, { has: (target, key) => { look(target); return true } })); look("x" in jwt); Object.setPrototypeOf(jwt, Object.prototype)',
    ],
    [
      'a proxy that claims to be an array without end',
      'const list = new Proxy([], { get: (target, key) => (key === "length" ? 3 : undefined), getOwnPropertyDescriptor: () => undefined }); jwt.list = list',
    ],
  ])
})
