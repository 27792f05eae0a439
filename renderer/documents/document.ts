import type { DraftPart } from '../../electron/contract/models/draft.ts'

/** Which text of the workspace: the body of a lambda, or one of its cases. */
export interface DocumentPlace {
  readonly slug: string
  readonly part: DraftPart
}

/** A text as it is on disk; `revision` stands for it. */
export interface SavedText {
  readonly text: string
  readonly revision: string
}

/** What the user should know of a text before going on with it. */
export type DocumentNote =
  /** Text that was never saved was found again after a start. */
  | { readonly kind: 'restored'; readonly at: string }
  /** Another program changed the file while there was unsaved text. */
  | { readonly kind: 'changed'; readonly theirs: SavedText; readonly wasRestored?: boolean }
  /** Another program deleted the file while there was unsaved text. */
  | { readonly kind: 'deleted' }

/** A text that is open: what is on disk, and what the user made of it. */
export interface OpenDocument {
  readonly place: DocumentPlace
  /** The text on disk that the user's text started from; null where there is no file. */
  readonly saved: SavedText | null
  readonly text: string
  readonly note: DocumentNote | null
}

/** Names a document among the open ones. */
export function keyOf({ slug, part }: DocumentPlace): string {
  return part.kind === 'body' ? `body ${slug}` : `case ${slug}/${part.case}`
}

export const bodyOf = (slug: string): DocumentPlace => ({ slug, part: { kind: 'body' } })
export const caseOf = (slug: string, name: string): DocumentPlace => ({
  slug,
  part: { kind: 'case', case: name },
})

/** A document as it is on disk. */
export function asSaved(place: DocumentPlace, saved: SavedText): OpenDocument {
  return { place, saved, text: saved.text, note: null }
}

export function isUnsaved({ saved, text }: OpenDocument): boolean {
  return saved?.text !== text
}

/** Whether saving must wait for the user's decision. */
export function isDisputed({ note }: OpenDocument): boolean {
  return note?.kind === 'changed' || note?.kind === 'deleted'
}

/** The document after the file on disk was read again; null stands for a file that is gone. */
export function withDisk(document: OpenDocument, disk: SavedText | null): OpenDocument | null {
  const { place, text, saved } = document
  if (disk === null) {
    if (!isUnsaved(document)) return null
    // Without a file the user's text goes on already, once that was decided.
    return saved === null && document.note === null ? document : { ...document, note: { kind: 'deleted' } }
  }
  if (!isUnsaved(document) || disk.text === text) return asSaved(place, disk)
  if (disk.revision !== saved?.revision) return { ...document, note: { kind: 'changed', theirs: disk } }
  return isDisputed(document) ? { ...document, note: null } : document
}

/** The user's text goes on, over what is on disk now. */
export function keepMine(document: OpenDocument): OpenDocument {
  const { note } = document
  if (note?.kind === 'changed') return { ...document, saved: note.theirs, note: null }
  if (note?.kind === 'deleted') return { ...document, saved: null, note: null }
  return { ...document, note: null }
}

/** The user's text gives way to what is on disk; null where nothing is there. */
export function takeTheirs({ place, saved, note }: OpenDocument): OpenDocument | null {
  if (note?.kind === 'deleted') return null
  const theirs = note?.kind === 'changed' ? note.theirs : saved
  return theirs && asSaved(place, theirs)
}

/** The text that the user's own is compared with. */
export function otherText({ saved, note }: OpenDocument): string {
  return (note?.kind === 'changed' ? note.theirs : saved)?.text ?? ''
}
