import type { FetchRule } from '../../contract/models/run.ts'
import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'

/**
 * Gives the guest FusionAuth's synchronous `fetch` and `Headers`, answered by rules alone: no request ever leaves
 * the isolate. A request that no rule matches fails as a refused connection does.
 */
export function installFetch(p: Primordials, record: GuestRecord, rules: readonly FetchRule[]): void {
  const headerEntries = Symbol('entries')

  /** `*` matches any run of characters; greedy matching with one point of return keeps it linear. */
  const matches = (pattern: string, text: string): boolean => {
    let at = 0
    let star = -1
    let mark = 0
    let i = 0
    while (i < text.length) {
      if (at < pattern.length && pattern[at] === '*') {
        star = at++
        mark = i
      } else if (at < pattern.length && pattern[at] === text[i]) {
        at++
        i++
      } else if (star >= 0) {
        at = star + 1
        i = ++mark
      } else return false
    }
    while (at < pattern.length && pattern[at] === '*') at++
    return at === pattern.length
  }

  const findRule = (method: string, url: string): number => {
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at]!
      if (p.upperCase(rule.method) === method && matches(rule.url, url)) return at
    }
    return -1
  }

  const respond = (rule: FetchRule) => {
    const headers = {}
    const given = rule.headers ?? {}
    const names = p.ownKeys(given) as string[]
    for (let at = 0; at < names.length; at++) {
      const name = names[at]!
      p.put(headers, p.lowerCase(name), given[name])
    }
    return { status: rule.status ?? 200, headers, body: rule.body === undefined ? '' : (rule.body as string) }
  }

  const readMethod = (options: Record<string, unknown>): string =>
    options['method'] === undefined ? 'GET' : p.upperCase(p.toText(options['method']))

  const checkBody = (options: Record<string, unknown>): void => {
    const type = typeof options['body']
    if (type === 'string' || type === 'undefined') return
    record.note(
      'fetch-body-not-string',
      `The body of a request must be a string, not ${type === 'object' ? 'an object' : `a ${type}`}.`,
      {
        line: record.currentLine(),
      },
    )
  }

  const fail = (method: string, url: string, error: string, rule?: number): never => {
    p.push(record.fetches, rule === undefined ? { method, url, error } : { method, url, error, rule })
    const words = error === 'timeout' ? 'timed out' : 'was refused'
    throw new p.Error(`The connection to ${url} ${words}.`)
  }

  const send = (url: string, options: Record<string, unknown>): unknown => {
    const method = readMethod(options)
    checkBody(options)
    const at = findRule(method, url)
    const rule = rules[at]
    if (!rule) {
      record.note(
        'fetch-unmatched',
        `No rule answers ${method} ${url}; the request failed as a refused connection.`,
        {
          line: record.currentLine(),
        },
      )
      return fail(method, url, 'refused')
    }
    if (rule.error) return fail(method, url, rule.error, at)
    const response = respond(rule)
    p.push(record.fetches, { method, url, status: response.status, rule: at })
    return response
  }

  p.put(p.globals, 'fetch', function fetch(url: unknown, options?: unknown) {
    if (record.fetches.length >= 1000) throw new p.Error('More than 1000 requests in one run.')
    const given = typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : {}
    return send(p.toText(url), given)
  })

  p.put(p.globals, 'Headers', function Headers(this: Record<symbol, unknown>, entries: unknown) {
    if (!new.target) throw new p.TypeError("Class constructor Headers cannot be invoked without 'new'")
    p.defineProperty(this, headerEntries, { value: entries })
  })
}
