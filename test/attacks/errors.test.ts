import { describe, expect, test } from 'vitest'
import { startStudio } from '../helpers/studio.ts'
import { attack, testAttacks, type Attack } from './attack.ts'

const api = startStudio()

describe('errors and their stacks show nothing of the host', () => {
  testAttacks(api, [
    ['the stack of an own error', 'look(new Error("x").stack)'],
    [
      'errors that V8 throws',
      'try { null.x } catch (error) { look(error); look(error.stack) }\ntry { undefinedName } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'an error of fetch',
      'try { fetch("x") } catch (error) { look(error); look(error.stack); look(error.message) }',
    ],
    [
      'an error of the FusionAuth helper',
      'try { FusionAuth.ActiveDirectory.b64GuidToString("%") } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'a stack overflow',
      'const dive = () => dive() + 1; try { dive() } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'a stack overflow inside the console',
      'const dive = () => { console.info("x"); dive() }; try { dive() } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'a stack overflow inside fetch',
      'let dives = 0; const dive = () => { if (++dives > 300) return new Error(dive2()); try { fetch("x") } catch (error) {} dive() }; const dive2 = () => { fetch("x"); return dive2() }; try { dive() } catch (error) { look(error); look(error.stack) }',
    ],
    [
      'Error.prepareStackTrace',
      'Error.prepareStackTrace = (error, sites) => sites; const sites = new Error().stack; for (const site of sites) { look(site); look(site.getFunction()); look(site.getThis()); look(site.getFileName()) }',
    ],
    [
      'Error.prepareStackTrace while the console works',
      'Error.prepareStackTrace = (error, sites) => { for (const site of sites) { look(site); look(site.getFunction()); look(site.getThis()) } return "" }; console.info("x")',
    ],
    [
      'Error.prepareStackTrace while fetch throws',
      'Error.prepareStackTrace = (error, sites) => sites.map((site) => site.getFunction()); try { fetch("x") } catch (error) { for (const made of error.stack) look(made) }',
    ],
    [
      'prepareStackTrace on Function.prototype',
      'Function.prototype.prepareStackTrace = (error, sites) => { for (const site of sites) look(site.getFunction()); return "" }; console.info("x"); look(new Error().stack)',
    ],
    [
      'prepareStackTrace on Object.prototype',
      'Object.prototype.prepareStackTrace = (error, sites) => { for (const site of sites) look(site.getThis()); return "" }; console.info("x"); delete Object.prototype.prepareStackTrace',
    ],
    [
      'prepareStackTrace that is frozen',
      'Error.prepareStackTrace = (error, sites) => { for (const site of sites) look(site.getFunction()); return "" }; Object.freeze(Error); console.info("x")',
    ],
    [
      'Error.captureStackTrace on an argument',
      'Error.captureStackTrace(user); look(user.stack); delete user.stack',
    ],
    [
      'Error.captureStackTrace from the outermost frame',
      'const holder = {}; Error.captureStackTrace(holder, populate); look(holder.stack)',
    ],
    [
      'Error.captureStackTrace with a getter for the name',
      'const holder = { get name() { look(this); return "x" } }; Error.captureStackTrace(holder); look(holder.stack)',
    ],
    ['a limit without end', 'Error.stackTraceLimit = Infinity; look(new Error().stack); console.info("x")'],
    [
      'a limit of nothing',
      'Error.stackTraceLimit = 0; look(new Error().stack); try { fetch("x") } catch (error) { look(error.stack) }',
    ],
    [
      'a limit that is no number',
      'Error.stackTraceLimit = { valueOf() { look(this); return 5 } }; look(new Error().stack)',
    ],
    [
      'a call site and its methods',
      'Error.prepareStackTrace = (error, sites) => sites[0]; const site = new Error().stack; for (const key of Reflect.ownKeys(Object.getPrototypeOf(site))) { const read = site[key]; if (typeof read === "function") { let got; try { got = read.call(site) } catch (error) { got = error } look(got) } }',
    ],
    [
      'the place that made code at run time',
      'Error.prepareStackTrace = (error, sites) => sites.map((site) => String(site.getEvalOrigin())); for (const origin of eval("new Error().stack")) look(origin)',
    ],
    ['errors of JSON', 'try { JSON.parse("{") } catch (error) { look(error); look(error.stack) }'],
    [
      'errors of regular expressions',
      'try { new RegExp("(") } catch (error) { look(error); look(error.stack) }',
    ],
    ['errors of syntax', 'try { Function("}")() } catch (error) { look(error); look(error.stack) }'],
    [
      'an AggregateError',
      'look(new AggregateError([new Error("a")], "b").errors[0]); look(new AggregateError([], "b").stack)',
    ],
    ['a cause', 'look(new Error("a", { cause: look }).cause)'],
  ])
})

/** What is thrown reaches the report, and no further. */
const thrown: readonly Attack[] = [
  ['an object whose message is a getter that throws', 'throw { get message() { throw new Error("inner") } }'],
  ['an object whose every read throws', 'throw new Proxy({}, { get() { throw new Error("inner") } })'],
  [
    'an error with a proxy as prototype',
    'throw Object.setPrototypeOf(new Error("x"), new Proxy({}, { get: (target, key) => { look(target); return "p" } }))',
  ],
  ['a symbol', 'throw Symbol("x")'],
  ['a function', 'throw () => 1'],
  ['null', 'throw null'],
  ['undefined', 'throw undefined'],
  [
    'an error whose stack is no text',
    'const error = new Error("x"); error.stack = { toString() { throw 1 } }; throw error',
  ],
  [
    'an error with a stack of a megabyte',
    'const error = new Error("x"); error.stack = "y\\n".repeat(500000); throw error',
  ],
  ['an error with a message of many megabytes', 'throw new Error("z".repeat(5000000))'],
  [
    'an error that claims frames of the host',
    'const error = new Error("x"); error.stack = "Error: x\\n    at read (node:internal/fs:1:2)\\n    at Object.<anonymous> (/usr/lib/secret.js:3:4)"; throw error',
  ],
  ['a text that cannot be printed', 'throw { toString() { throw 1 }, valueOf() { throw 2 } }'],
  ['a big integer', 'throw 10n'],
  ['a revoked proxy', 'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy'],
]

describe('whatever is thrown is reported', () => {
  test.each(thrown)('%s', async (_name, statements) => {
    const report = await attack(api, statements)
    expect(report.outcome).toBe('threw')
    expect(report.error?.name.length).toBeGreaterThan(0)
    expect(JSON.stringify(report.error).length).toBeLessThan(50_000)
    expect(report.arguments).toEqual({ jwt: {}, user: { id: 'u' }, registration: {} })
  })

  test.each(thrown)('%s, at the top level of a body', async (_name, statements) => {
    const body = `const look = () => 1\n${statements}\nfunction populate() {}`
    const report = await api.runs.run({ type: 'JWTPopulate', body, input: { jwt: {} }, force: true })
    expect(report.outcome).toBe('threw')
    expect(JSON.stringify(report.error)).not.toMatch(/node_modules|runtime\.js/)
  })
})

describe('what is thrown does not pass for an outcome of the sandbox', () => {
  test.each([
    'Script execution timed out.',
    'Isolate was disposed during execution due to memory limit',
    'out of memory',
  ])('%s', async (message) => {
    for (const place of [`throw new Error(${JSON.stringify(message)})`, '']) {
      const body = `${place}\nfunction populate() { throw new Error(${JSON.stringify(message)}) }`
      const report = await api.runs.run({ type: 'JWTPopulate', body, input: { jwt: {} }, force: true })
      expect(report).toMatchObject({ outcome: 'threw', error: { name: 'Error', message } })
    }
  })
})
