const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

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
    const versioned = (two & 0xffff0fff) | 0x4000
    const variant = (three & 0x3fffffff) | 0x80000000
    return `${bytes(one)}-${half(versioned >>> 16)}-${half(versioned)}-${half(variant >>> 16)}-${half(variant)}${bytes(four)}`
  }
}

function bytes(bits: number): string {
  return half(bits >>> 16) + half(bits)
}

function half(bits: number): string {
  return `${hex[(bits >>> 8) & 255] ?? ''}${hex[bits & 255] ?? ''}`
}
