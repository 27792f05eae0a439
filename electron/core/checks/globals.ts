import type { HostText } from '../../contract/words.ts'

/** What the studio knows of a global that FusionAuth may lack. */
export interface MissingGlobal {
  /** `absent`: not in plain GraalJS. `unknown`: part of GraalJS under some options, FusionAuth publishes no list. */
  readonly kind: 'absent' | 'unknown'
  readonly hint: HostText
}

/** What FusionAuth adds to the language: its documentation names these. */
export const fusionAuthGlobals: readonly string[] = ['console', 'fetch', 'Headers', 'FusionAuth']

const wait: HostText = 'A lambda runs from start to end and cannot wait; do the work at once or leave it out.'
const url: HostText =
  'Take the text apart with a regular expression, and build queries with encodeURIComponent.'
const base64: HostText = 'Put a Base64 routine of your own into the body.'
const bytes: HostText = 'Work with strings; encodeURIComponent gives the UTF-8 bytes of a text as %XX.'
const modules: HostText = 'Put the code that you need into the body; FusionAuth loads no modules.'
const browser: HostText = 'A lambda runs on the server; there is no browser around it.'
const node: HostText = "A lambda does not run on Node.js; use the language's own library."
const request: HostText = "Use FusionAuth's synchronous fetch(url, options)."
const host: HostText = 'FusionAuth publishes no list of what it blocks; do without it.'

/** Globals of browsers, Node.js and GraalJS that people use, by what to do instead. */
const groups: readonly (MissingGlobal & { readonly names: string })[] = [
  {
    kind: 'absent',
    hint: wait,
    names:
      'setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask requestAnimationFrame',
  },
  { kind: 'absent', hint: url, names: 'URL URLSearchParams URLPattern' },
  { kind: 'absent', hint: base64, names: 'atob btoa' },
  { kind: 'absent', hint: bytes, names: 'TextEncoder TextDecoder Buffer Blob File FormData' },
  { kind: 'absent', hint: modules, names: 'require module exports' },
  { kind: 'absent', hint: 'Copy with JSON.parse(JSON.stringify(value)).', names: 'structuredClone' },
  {
    kind: 'absent',
    hint: 'There is no cryptography in a lambda; let a service of yours do it.',
    names: 'crypto',
  },
  { kind: 'absent', hint: request, names: 'XMLHttpRequest Request Response WebSocket EventSource axios' },
  { kind: 'absent', hint: wait, names: 'AbortController AbortSignal' },
  {
    kind: 'absent',
    hint: browser,
    names:
      'window self document navigator location history localStorage sessionStorage alert confirm prompt DOMParser EventTarget Event CustomEvent performance',
  },
  { kind: 'absent', hint: node, names: 'process global __dirname __filename' },
  {
    kind: 'unknown',
    hint: host,
    names:
      'Java Packages Polyglot Graal java javax org com load loadWithNewGlobal print printErr quit exit WebAssembly SharedArrayBuffer Atomics',
  },
]

const missing = new Map<string, MissingGlobal>(
  groups.flatMap(({ kind, hint, names }) => names.split(' ').map((name) => [name, { kind, hint }] as const)),
)

/** What is known of a global that is neither in the language nor among {@link fusionAuthGlobals}. */
export function missingGlobal(name: string): MissingGlobal | undefined {
  return missing.get(name)
}
