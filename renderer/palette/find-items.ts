import { matchRun, matchText, type Stretch, type TextMatch } from './match-text.ts'
import type { PaletteGroup, PaletteItem } from './palette-groups.ts'

/** The texts of an item, the one that counts most first. */
const fields = ['label', 'prefix', 'suffix'] as const
type Field = (typeof fields)[number]

/** The stretches of an item's texts that answer what is looked for. */
export type Marks = Readonly<Partial<Record<Field, readonly Stretch[]>>>

export interface FoundItem extends PaletteItem {
  readonly marks: Marks
}

export interface FoundGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly FoundItem[]
}

interface ItemMatch {
  readonly rank: number
  readonly marks: Marks
}

const nothing: ItemMatch = { rank: 0, marks: {} }

/**
 * What of the groups answers what is typed, the best first within each group, and the group of the best first unless
 * `keepOrder`. Nothing typed keeps everything as it is.
 */
export function findItems(groups: readonly PaletteGroup[], typed: string, keepOrder: boolean): FoundGroup[] {
  const ranked = groups.map((group) => ({ group, matches: matchesOf(group, typed.trim()) }))
  const ordered = keepOrder
    ? ranked
    : ranked.toSorted((one, other) => bestOf(other.matches) - bestOf(one.matches))
  return ordered
    .filter(({ matches }) => matches.length > 0)
    .map(({ group: { id, label }, matches }) => ({
      id,
      label,
      items: matches.map(({ item, match }) => ({ ...item, marks: match.marks })),
    }))
}

interface MatchedItem {
  readonly item: PaletteItem
  readonly match: ItemMatch
}

/** What a server found is right as it is. */
function matchesOf({ items, ignoreFilter = false }: PaletteGroup, typed: string): MatchedItem[] {
  const matches = items.flatMap((item) => {
    const match = matchItem(item, typed) ?? (ignoreFilter ? nothing : undefined)
    return match ? [{ item, match }] : []
  })
  return ignoreFilter ? matches : matches.toSorted((one, other) => other.match.rank - one.match.rank)
}

const bestOf = ([best]: readonly MatchedItem[]): number => best?.match.rank ?? 0

/** Above every rank of words that are found apart. */
const inOnePiece = 100

/** An item answers with its label in one piece, or with a place in its texts for each word. */
function matchItem(item: PaletteItem, typed: string): ItemMatch | undefined {
  if (typed === '') return nothing
  const whole = matchRun(typed, item.label)
  if (whole) return { rank: inOnePiece + rankIn('label', whole), marks: { label: whole.stretches } }
  const words = typed.split(/\s+/).map((word) => matchWord(item, word))
  if (!words.every((word) => word !== undefined)) return undefined
  return {
    rank: Math.min(...words.map(({ field, match }) => rankIn(field, match))),
    marks: Object.fromEntries(
      fields.map((name) => [
        name,
        words.flatMap(({ field, match }) => (field === name ? match.stretches : [])),
      ]),
    ),
  }
}

function matchWord(
  item: PaletteItem,
  word: string,
): { readonly field: Field; readonly match: TextMatch } | undefined {
  return fields
    .flatMap((field) => {
      const match = matchText(word, item[field] ?? '')
      return match ? [{ field, match }] : []
    })
    .toSorted((one, other) => rankIn(other.field, other.match) - rankIn(one.field, one.match))[0]
}

/** The label counts more than another text of the item that has it in the same way. */
function rankIn(field: Field, { rank }: TextMatch): number {
  return 2 * rank + (field === 'label' ? 1 : 0)
}
