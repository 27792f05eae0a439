import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** What a request must show to be let in. */
export interface GateOptions {
  readonly token: string
  /** The port the host listens on; cookies and origins of other ports are not ours. */
  readonly port: () => number
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Lets in requests that come to a loopback name, from no foreign page, with the host's token. A page opened with
 * `?token=` gets it as a cookie that scripts cannot read, and an address without it.
 */
export function gate(options: GateOptions): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    if (!isOwnHost(req.header('host'), options.port()))
      return context.text('This host name is not served.', 403)
    if (!isOwnOrigin(req.header('origin'), options.port()))
      return context.text('This origin is not served.', 403)
    const offered = req.method === 'GET' ? req.query('token') : undefined
    if (offered !== undefined && isToken(offered, options.token)) {
      setCookie(context, cookieName(options.port()), offered, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
      })
      // Two slashes at the start would name another host.
      return context.redirect(req.path.replace(/^\/+/, '/'))
    }
    if (
      !isToken(
        tokenOf(req.header('authorization'), getCookie(context, cookieName(options.port()))),
        options.token,
      )
    ) {
      return context.text(
        'Open the address that the studio printed when it started: it carries the token.',
        401,
      )
    }
    await next()
    return undefined
  }
}

/** Cookies are shared by all ports of a host name, so each studio has one of its own. */
function cookieName(port: number): string {
  return `lambda-studio-${port}`
}

function tokenOf(authorization: string | undefined, cookie: string | undefined): string {
  return /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? cookie ?? ''
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return loopbackNames.some((name) => host === `${name}:${port}`)
}

/** Browsers send no Origin with a plain GET of the same site. */
function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin === undefined || loopbackNames.some((name) => origin === `http://${name}:${port}`)
}

/** In constant time; hashing makes the lengths equal. */
function isToken(offered: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(offered), digest(token))
}
