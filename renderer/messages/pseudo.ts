import type { Catalogue, Language, Message } from './catalogue.ts'
import { en } from './en.ts'
import hostPatterns from './host-patterns.json' with { type: 'json' }

const accented: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ö',
    p: 'þ',
    q: 'ǫ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'û',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{
    A: 'Å',
    B: 'Ɓ',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    F: 'Ƒ',
    G: 'Ĝ',
    H: 'Ĥ',
    I: 'Î',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ļ',
    M: 'Ṁ',
  },
  ...{
    N: 'Ñ',
    O: 'Ö',
    P: 'Þ',
    Q: 'Ǫ',
    R: 'Ŕ',
    S: 'Š',
    T: 'Ţ',
    U: 'Û',
    V: 'Ṽ',
    W: 'Ŵ',
    X: 'Ẋ',
    Y: 'Ý',
    Z: 'Ž',
  },
}

/** Other languages take about this much more room than English. */
const growth = 0.3

/** Makes a text that can still be read but that nobody takes for English: accents, more room, and brackets. */
export function pseudoText(text: string): string {
  const letters = text.replace(/\{\w+\}|([A-Za-z])/g, (whole, letter: string | undefined) =>
    letter === undefined ? whole : (accented[letter] ?? letter),
  )
  return `⟦${letters}${'·'.repeat(Math.ceil(text.length * growth))}⟧`
}

export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  const entries = Object.entries(catalogue).map(([key, message]) => [key, pseudoMessage(message)])
  return Object.fromEntries(entries) as Catalogue
}

function pseudoMessage(message: Message): Message {
  if (typeof message === 'string') return pseudoText(message)
  return Object.fromEntries(
    Object.entries(message).map(([form, text]) => [form, pseudoText(text)]),
  ) as Message
}

/** The language in which a text that is fixed in code stands out. */
export const pseudo: Language = {
  page: pseudoCatalogue(en),
  host: Object.fromEntries(hostPatterns.map((pattern) => [pattern, pseudoText(pattern)])),
}
