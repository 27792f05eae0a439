import { watch } from 'vue'
import { studio } from '../studio.ts'
import { DelayedWrites } from './delayed-writes.ts'
import { isUnsaved, type OpenDocument } from './document.ts'
import { useDocuments } from './documents-store.ts'

/**
 * Keeps unsaved text on disk, so that neither a crash nor a power cut loses it, and takes the draft away once its
 * text is saved or given up.
 */
export function keepDrafts(): void {
  const documents = useDocuments()
  let before: ReadonlyMap<string, OpenDocument> = new Map()
  const writes = new DelayedWrites((key: string) => {
    const document = documents.documents.get(key)
    return document && isUnsaved(document) ? putDraft(document) : undefined
  })

  function follow(now: ReadonlyMap<string, OpenDocument>): void {
    for (const [key, document] of now) {
      if (isUnsaved(document) && isNews(document, before.get(key))) writes.later(key)
    }
    for (const [key, document] of before) {
      const next = now.get(key)
      if (isUnsaved(document) && !(next && isUnsaved(next))) discard(key, document)
    }
    before = now
  }

  function discard(key: string, { place }: OpenDocument): void {
    writes.drop(key)
    // A draft that equals what is saved is no draft: one that could not be removed is passed over at the next start.
    void studio.drafts.discard(place.slug, place.part).catch(() => undefined)
  }

  watch(() => new Map(documents.documents), follow, { flush: 'sync' })
}

/** The draft on disk says something else: another text, or another text that it started from. */
function isNews(now: OpenDocument, before: OpenDocument | undefined): boolean {
  return before?.text !== now.text || before.saved?.revision !== now.saved?.revision
}

function putDraft({ place, text, saved }: OpenDocument): Promise<void> {
  return studio.drafts.put({ ...place, text, basedOn: saved?.revision ?? null })
}
