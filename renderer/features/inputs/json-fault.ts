const string = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const blank = /[ \t\r\n]*/y

/**
 * The offset of the first character at which a text stops being JSON.
 * `JSON.parse` knows it too, but most of its messages leave it out.
 */
export function jsonFaultOffset(text: string): number {
  const reader = new Reader(text)
  if (reader.value() && reader.skipBlank() === text.length) return text.length
  return reader.at
}

/** Reads on as long as the text is JSON; every method answers whether it went through. */
class Reader {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  value(): boolean {
    this.skipBlank()
    if (this.#take('{')) return this.#members('}', () => this.#property())
    if (this.#take('[')) return this.#members(']', () => this.value())
    return this.#match(string) || this.#match(scalar)
  }

  skipBlank(): number {
    this.#match(blank)
    return this.at
  }

  #members(end: string, member: () => boolean): boolean {
    this.skipBlank()
    if (this.#take(end)) return true
    do {
      if (!member()) return false
      this.skipBlank()
    } while (this.#take(','))
    return this.#take(end)
  }

  #property(): boolean {
    this.skipBlank()
    if (!this.#match(string)) return false
    this.skipBlank()
    return this.#take(':') && this.value()
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false
    this.at += 1
    return true
  }

  #match(token: RegExp): boolean {
    token.lastIndex = this.at
    const found = token.exec(this.#text)
    if (!found) return false
    this.at = token.lastIndex
    return true
  }
}
