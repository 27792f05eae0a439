import type { Shape } from './shape.ts'

/**
 * What a lambda finds beside the ECMAScript built-ins.
 * Source: FusionAuth's pages on lambdas and on Lambda HTTP Connect.
 */
export const globals: Shape = {
  name: 'globals',
  needs: [],
  text: `/**
 * Writes to FusionAuth's event log: at most one entry of each type for one run.
 * One argument a call is documented; what becomes of more is not.
 */
declare const console: {
  /** Event log, type Information. Objects need JSON.stringify to be readable. */
  info(message: any, ...more: any[]): void
  /** The same as \`console.info\`. */
  log(message: any, ...more: any[]): void
  /** Event log, type Debug; silent unless the lambda's debug switch is on. */
  debug(message: any, ...more: any[]): void
  /** Event log, type Error. */
  error(message: any, ...more: any[]): void
}

/** Options of \`fetch\`. */
interface FetchOptions {
  /** HTTP method; \`GET\` where left out. */
  method?: string
  /** Request headers. */
  headers?: Headers | { [name: string]: string }
  /** Request body; serialise it yourself, for example with JSON.stringify. */
  body?: string
  /** Milliseconds to wait for the connection; 2000 where left out. Since 1.55.0. */
  connectTimeout?: number
  /** Milliseconds to wait for the answer; 2000 where left out. Since 1.55.0. */
  readTimeout?: number
}

/** What \`fetch\` gives back: no \`ok\`, no \`json()\`, no \`text()\`. */
interface FetchResponse {
  /** HTTP status, for example 200. */
  status: number
  /** Response headers under lower-case names. */
  headers: { [name: string]: string }
  /** Response body; parse it yourself, for example with JSON.parse. */
  body: string
}

/**
 * Sends a request and waits for its answer: synchronous, unlike a browser's \`fetch\`.
 * A connection that fails or takes too long throws. Since 1.35.0, needs a paid plan (Essentials or Enterprise).
 */
declare function fetch(url: string, options?: FetchOptions): FetchResponse

/** Request headers, for the \`headers\` option of \`fetch\`. Since 1.35.0. */
declare class Headers {
  constructor(entries?: { [name: string]: string } | [name: string, value: string][])
}

/** FusionAuth's own helpers. */
declare namespace FusionAuth {
  namespace ActiveDirectory {
    /** Turns the Base64 text of an \`objectGUID\` into a UUID string. Since 1.19.7. */
    function b64GuidToString(base64: string): string
  }
}`,
}
