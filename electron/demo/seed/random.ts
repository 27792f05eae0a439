/** Repeatable random numbers, fast enough for millions (the sfc32 generator). */
export class Random {
  #a: number
  #b = 0x9e3779b9
  #c = 0x243f6a88
  #count = 1

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b ^= Math.floor(seed / 2 ** 32) | 0
    for (let round = 0; round < 16; round += 1) this.next()
  }

  /** 32 random bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor((this.next() / 2 ** 32) * end)
  }

  chance(probability: number): boolean {
    return this.next() / 2 ** 32 < probability
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)]
    if (picked === undefined) throw new RangeError('There is nothing to pick from an empty list.')
    return picked
  }

  /** A UUID of version 4. */
  uuid(): string {
    const [one, two, three, four] = [this.next(), this.next(), this.next(), this.next()]
    writeHex(0, one, 8)
    writeHex(9, two >>> 16, 4)
    writeHex(14, (two & 0x0fff) | 0x4000, 4)
    writeHex(19, ((three >>> 16) & 0x3fff) | 0x8000, 4)
    writeHex(24, three, 4)
    writeHex(28, four, 8)
    return letters.toString('latin1')
  }
}

const digits = Buffer.from('0123456789abcdef')
const letters = Buffer.from('00000000-0000-0000-0000-000000000000')

/** Writes the lowest digits of a number where they stand in the UUID. */
function writeHex(at: number, bits: number, count: number): void {
  for (let digit = 0; digit < count; digit += 1) {
    letters[at + digit] = digits[(bits >>> (4 * (count - 1 - digit))) & 15] ?? 0
  }
}

/**
 * The same text in one piece. A text that was joined from others keeps all of them, which doubles the memory
 * that hundreds of thousands of users take.
 */
export function inOnePiece(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
