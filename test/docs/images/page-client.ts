import type { Page } from 'playwright-core'
import type { StudioApi } from '../../../electron/contract/api.ts'
import { createClient } from '../../../electron/contract/client.ts'
import type { CallResult } from '../../../electron/contract/transport.ts'

/** The studio that serves a page, called as the page calls it. */
export function clientOf(page: Page): StudioApi {
  return createClient({
    async call(path, args) {
      const { origin } = new URL(page.url())
      const answer = await page.request.post(`${origin}/api/call/${path}`, {
        headers: { Origin: origin },
        data: args,
      })
      return (await answer.json()) as CallResult
    },
    on: () => () => undefined,
  })
}
