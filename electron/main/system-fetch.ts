import { net } from 'electron'

/** Chromium's network, which knows the proxy and the certificates of the system. */
export function systemFetch(request: Request, init?: RequestInit): Promise<Response> {
  return net.fetch(request, init)
}
