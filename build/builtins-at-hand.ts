import type { Plugin } from 'vite'

const importOfBuiltin = /^import (.+) from "(node:[\w/]+)";$/gm
/** `whole`, `* as whole`, `{ parts }`, or `whole, { parts }`. */
const imported = /^(?:(?:\* as )?(?<whole>[\w$]+))?(?:, )?(?<parts>\{.*\})?$/

/**
 * Has the built programs ask Node for its own modules instead of importing them. An import reads every export of a
 * module, and Node makes some of them only when they are first read: ten milliseconds of each start.
 */
export function builtinsAtHand(): Plugin {
  return { name: 'builtins-at-hand', renderChunk: askForBuiltins }
}

/** The same text with each import of one of Node's own modules said as a question to Node. */
export function askForBuiltins(code: string): string {
  return code.replace(importOfBuiltin, (line, names: string, module: string) => {
    const { whole, parts } = imported.exec(names)?.groups ?? {}
    const wanted = [whole, parts?.replaceAll(' as ', ': ')].filter((each) => each !== undefined)
    if (wanted.length === 0) throw new Error(`This import is written in a way that is not known: ${line}`)
    return wanted.map((each) => `const ${each} = process.getBuiltinModule("${module}");`).join(' ')
  })
}
