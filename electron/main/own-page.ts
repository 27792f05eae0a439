import { pageOrigin } from '../contract/page-address.ts'

/** Whether an address is of our own page. */
export function isOwnPage(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`)
}
