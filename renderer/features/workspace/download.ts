import type { ExportedFile } from '../../../electron/contract/models/exchange.ts'

/** Hands a file to the browser, which asks or knows where to put it. */
export function download({ fileName, mediaType, encoding, content }: ExportedFile): void {
  const bytes = encoding === 'utf8' ? content : bytesOf(content)
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  link.click()
  // The download has the blob by then; what it does not need any more is given back.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
