/** A stretch of a text: where it begins, and the place after its end. */
export type Stretch = readonly [start: number, end: number]

/** How well a text answers what is looked for, the better the higher, and the stretches that do. */
export interface TextMatch {
  readonly rank: number
  readonly stretches: readonly Stretch[]
}

/** The ways in which a text has what is looked for in it, the best last. */
const ranks = { initials: 1, inside: 2, wordStart: 3, start: 4 } as const

/**
 * Finds what is typed in a text, as it stands or as the beginnings of words: `rl` and `runlam` find "Run lambda".
 * Letters that are merely scattered over the text do not.
 */
export function matchText(wanted: string, text: string): TextMatch | undefined {
  return matchRun(wanted, text) ?? matchInitials(wanted, text)
}

/** Finds what is typed as it stands, at the best place. */
export function matchRun(wanted: string, text: string): TextMatch | undefined {
  const places = placesOf(wanted.toLowerCase(), text.toLowerCase())
  const [first] = places
  if (first === undefined) return undefined
  const found = (rank: number, at: number): TextMatch => ({ rank, stretches: [[at, at + wanted.length]] })
  if (first === 0) return found(ranks.start, 0)
  const starts = wordStarts(text)
  const atWord = places.find((place) => starts.includes(place))
  return atWord === undefined ? found(ranks.inside, first) : found(ranks.wordStart, atWord)
}

function placesOf(wanted: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(wanted); at >= 0 && wanted !== ''; at = text.indexOf(wanted, at + 1)) {
    places.push(at)
  }
  return places
}

/** Where words begin: after what is no letter or digit, and at the capitals of a name such as `JwtPopulate`. */
function wordStarts(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}/gu)].map(({ index }) => index)
}

function matchInitials(wanted: string, text: string): TextMatch | undefined {
  const starts = wordStarts(text)
  const words = starts.map((start, index) => text.slice(start, starts[index + 1]).toLowerCase())
  const taken = takeInitials(wanted.toLowerCase(), words)
  if (!taken) return undefined
  const stretches = taken.flatMap((length, index): Stretch[] => {
    const start = starts[index] ?? 0
    return length === 0 ? [] : [[start, start + length]]
  })
  return { rank: ranks.initials, stretches }
}

/** How many letters each word gives from its beginning, so that together they are what is wanted. */
function takeInitials(wanted: string, words: readonly string[]): number[] | undefined {
  const failed = new Set<string>()

  function take(from: number, index: number): number[] | undefined {
    if (from === wanted.length) return []
    const word = words[index]
    const place = `${from} ${index}`
    if (word === undefined || failed.has(place)) return undefined
    for (let length = sharedStart(wanted.slice(from), word); length >= 0; length--) {
      const others = take(from + length, index + 1)
      if (others) return [length, ...others]
    }
    failed.add(place)
    return undefined
  }
  return take(0, 0)
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** A part of a text, all of which answers what is looked for or none of it. */
export interface TextPart {
  readonly text: string
  readonly isMarked: boolean
}

/** A text in parts: its stretches, which may overlap, and what lies between them. */
export function markedParts(text: string, stretches: readonly Stretch[]): TextPart[] {
  const parts: TextPart[] = []
  let done = 0
  const add = (end: number, isMarked: boolean): void => {
    if (end <= done) return
    parts.push({ text: text.slice(done, end), isMarked })
    done = end
  }
  for (const [start, end] of stretches.toSorted(([one], [other]) => one - other)) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return parts
}
