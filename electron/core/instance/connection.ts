import { StudioError } from '../../contract/errors.ts'
import { say, type HostText, type Worded } from '../../contract/words.ts'
import type { FetchPort } from '../ports.ts'
import type { KeyTrial } from './key-trial.ts'

/** How long the studio waits and how often it tries again; milliseconds. */
export interface Timing {
  /** For one answer, from the request to the last byte. */
  readonly answerMs: number
  /** Tries beyond the first, where trying again does no harm. */
  readonly retries: number
  /** The first pause between tries; it doubles each time. */
  readonly pauseMs: number
  /** The longest pause, whatever a server asks for. */
  readonly longestPauseMs: number
}

export const defaultTiming: Timing = { answerMs: 20_000, retries: 3, pauseMs: 300, longestPauseMs: 10_000 }

/** What is needed to talk to an instance. */
export interface Connection {
  /** Without a slash at the end. */
  readonly url: string
  readonly key: string | null
  /** Sent as `X-FusionAuth-TenantId`. */
  readonly tenantId: string | null
  readonly fetch: FetchPort
  readonly timing: Timing
  /** Whether the key may be too new for the instance to know it. */
  readonly trial?: KeyTrial | undefined
}

/**
 * The address of an instance in the one form that the studio keeps: scheme, host and path.
 * @throws StudioError `address-unusable`
 */
export function parseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw unusable(say`it is not a web address`, 'Give one such as https://auth.example.com.')
  }
  if (url.username || url.password) {
    throw unusable(say`it holds a user name or password`, 'Leave them out; the API key is kept elsewhere.')
  }
  if (url.search || url.hash) {
    throw unusable(say`it holds a query or fragment`, 'Give the address alone, without ? or #.')
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** Whether the key would go over the network where others can read it. */
export function isUnencrypted(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/.test(hostname)
}

function unusable(because: Worded, hint: HostText): StudioError {
  return new StudioError({
    code: 'address-unusable',
    message: say`The address of the instance cannot be used: ${because}.`,
    hint,
  })
}
