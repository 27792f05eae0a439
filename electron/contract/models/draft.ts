import { z } from 'zod'
import { entryName } from './slug.ts'

/** Which file of a lambda a draft is of. */
export const draftPart = z.union([
  z.strictObject({ kind: z.literal('body') }),
  z.strictObject({ kind: z.literal('case'), case: entryName }),
])
export type DraftPart = z.infer<typeof draftPart>

/** Text that is not saved yet. */
export const newDraft = z.strictObject({
  slug: entryName,
  part: draftPart,
  text: z.string(),
  /** The revision of the saved text that the draft started from; null where there was none. */
  basedOn: z.string().nullable(),
})
export type NewDraft = z.infer<typeof newDraft>

/** A draft as it is found again after a start. */
export interface Draft extends NewDraft {
  /** When it was put, ISO 8601. */
  readonly at: string
  /** The saved text now, to show the difference with; null where the file is gone. */
  readonly saved: string | null
  /** Whether the saved text was changed since the draft started from it. */
  readonly isStale: boolean
}
