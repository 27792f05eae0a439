import type { GuestFetchRule } from '../../contract/models/sandbox.ts'
import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'
import type { fitsPattern } from './url-pattern.ts'

/**
 * Gives the guest FusionAuth's synchronous `fetch` and `Headers`, answered by rules alone: no request ever leaves
 * the isolate. A request that no rule matches fails as a refused connection does.
 */
export function installFetch(
  p: Primordials,
  record: GuestRecord,
  fits: typeof fitsPattern,
  rules: readonly GuestFetchRule[],
): void {
  const headerEntries = Symbol('entries')
  const requestLimit = 1000

  const findRule = (method: string, url: string): number => {
    for (let at = 0; at < rules.length; at++) {
      if (rules[at]!.method === method && fits(rules[at]!.url, url)) return at
    }
    return -1
  }

  const respond = (rule: GuestFetchRule) => {
    const headers = {}
    for (let at = 0; at < rule.headers.length; at++) {
      const header = rule.headers[at]!
      p.put(headers, p.lowerCase(header[0]), header[1])
    }
    return { status: rule.status, headers, body: rule.body }
  }

  const readMethod = (options: Record<string, unknown>): string => {
    const method = options['method']
    return method === undefined ? 'GET' : p.upperCase(p.slice(p.toText(method), 0, 100))
  }

  const checkBody = (options: Record<string, unknown>): void => {
    const type = typeof options['body']
    if (type === 'string' || type === 'undefined') return
    record.note('fetch-body-not-string', type, '', record.currentLine())
  }

  /** The parts that are the lambda's own are cut to what a report can bear. */
  const write = (method: string, url: string, status: number, error: string, rule: number): void => {
    p.push(record.fetches, { method, url: p.slice(url, 0, 2000), status, error, rule })
  }

  const fail = (method: string, url: string, error: string, rule: number): never => {
    write(method, url, 0, error, rule)
    throw new p.Error(
      `The connection to ${p.slice(url, 0, 2000)} ${error === 'timeout' ? 'timed out' : 'was refused'}.`,
    )
  }

  const send = (url: string, options: Record<string, unknown>): unknown => {
    const method = readMethod(options)
    checkBody(options)
    const at = findRule(method, url)
    if (at < 0) {
      record.note('fetch-unmatched', `${method} ${p.slice(url, 0, 500)}`, '', record.currentLine())
      return fail(method, url, 'refused', -1)
    }
    const rule = rules[at]!
    if (rule.error !== '') return fail(method, url, rule.error, at)
    const response = respond(rule)
    write(method, url, response.status, '', at)
    return response
  }

  p.hide(p.globals, 'fetch', function fetch(url: unknown, options?: unknown) {
    if (record.fetches.length >= requestLimit) {
      record.noteCap('fetch-capped', `${requestLimit}`, '', '', 0)
      throw new p.Error(`A run may make ${requestLimit} requests; this limit is the studio's own.`)
    }
    const given = typeof options === 'object' && options !== null ? options : p.create(null)
    return send(p.toText(url), given as Record<string, unknown>)
  })

  p.hide(p.globals, 'Headers', function Headers(this: object, entries: unknown) {
    if ((new.target as unknown) === undefined)
      throw new p.TypeError("Class constructor Headers cannot be invoked without 'new'")
    p.hide(this, headerEntries, entries)
  })
}
