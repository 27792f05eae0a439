const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a Host header names this machine. Any other name on a loopback server is a page of a foreign site
 * whose name was pointed here (DNS rebinding). Only requests that never crossed a socket have no Host.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return true
  return loopbackNames.has(host.toLowerCase().replace(/:\d*$/, ''))
}
