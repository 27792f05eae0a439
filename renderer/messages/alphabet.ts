import { localeTag } from './locale.ts'

/** One collator for all: making one for each comparison is what sorting thousands of names would cost. */
const collator = new Intl.Collator(localeTag, { numeric: true })

/** The order of names in every list: as the user's language has it, and numbers by what they count. */
export const byAlphabet = (one: string, other: string): number => collator.compare(one, other)
