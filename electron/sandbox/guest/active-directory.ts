import type { Primordials } from './primordials.ts'

/**
 * Gives the guest `FusionAuth.ActiveDirectory.b64GuidToString` (since FusionAuth 1.19.7): sixteen bytes as Active
 * Directory stores an objectGUID, of which the first three groups are little-endian.
 */
export function installActiveDirectory(p: Primordials): void {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15]
  const digits = '0123456789abcdef'

  const decode = (text: string): number[] => {
    const bytes: number[] = []
    let bits = 0
    let held = 0
    for (let at = 0; at < text.length && text[at] !== '='; at++) {
      const value = p.indexOf(alphabet, text[at]!)
      if (value < 0) throw new p.Error('The GUID is not Base64.')
      held = ((held << 6) | value) & 0xffffff
      bits += 6
      if (bits >= 8) {
        bits -= 8
        p.push(bytes, (held >> bits) & 255)
      }
    }
    return bytes
  }

  const b64GuidToString = (base64: unknown): string => {
    const bytes = decode(p.toText(base64))
    if (bytes.length !== 16) throw new p.Error(`A GUID has 16 bytes, not ${bytes.length}.`)
    let text = ''
    for (let at = 0; at < order.length; at++) {
      const index = order[at]!
      if (index < 0) text += '-'
      else text += digits[bytes[index]! >> 4]! + digits[bytes[index]! & 15]!
    }
    return text
  }

  p.hide(p.globals, 'FusionAuth', { ActiveDirectory: { b64GuidToString } })
}
