import globals from 'globals/globals.json' with { type: 'json' }
import { remembered } from './remembered.ts'

/** What a script finds as a global because every object has it. */
const ofEveryObject = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]
/** In the language, and like WebAssembly not known to be in FusionAuth. */
const unknown: ReadonlySet<string> = new Set(['SharedArrayBuffer', 'Atomics'])

/** The names of the globals that ECMAScript has at a level: 5, a year, or the newest that is known. */
export const globalsOf = remembered(
  (level: number | 'latest'): string[] => {
    const edition = Object.entries(globals).find(([name]) => name === `es${level}`)?.[1] ?? globals.builtin
    return [...Object.keys(edition), ...ofEveryObject].filter((name) => !unknown.has(name))
  },
  (level) => `${level}`,
)
