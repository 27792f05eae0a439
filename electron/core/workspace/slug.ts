import { nameFault } from '../../contract/models/slug.ts'

/** Letters that a decomposition leaves as they are. */
const transliterations: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

const longestSlug = 60

/**
 * A folder's or file's name made from what the user called the thing: lower-case ASCII letters, digits and hyphens,
 * fit for every file system and not among `taken`, whatever their case.
 * @param fallback for names that leave nothing, such as one of emoji alone
 */
export function slugOf(name: string, taken: Iterable<string>, fallback = 'lambda'): string {
  return freeSlug(name, new Set(Array.from(taken, foldCase)), fallback)
}

/** As {@link slugOf}, for many that are made one after another; in the order of the names. */
export function slugsOf(names: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set(Array.from(taken, foldCase))
  return names.map((name) => {
    const slug = freeSlug(name, used, 'lambda')
    used.add(slug)
    return slug
  })
}

function freeSlug(name: string, used: ReadonlySet<string>, fallback: string): string {
  const plain = asciiOf(name) || fallback
  const base = nameFault(plain) === null ? plain : `${fallback}-${plain}`
  return used.has(base) ? numbered(base, used) : base
}

/** How a case-insensitive file system that composes characters would compare the name. */
export function foldCase(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function asciiOf(name: string): string {
  return name
    .slice(0, 1000)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => transliterations[letter] ?? (/\p{M}/u.test(letter) ? '' : '-'))
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
}

function numbered(base: string, used: ReadonlySet<string>): string {
  let number = 2
  while (used.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}
