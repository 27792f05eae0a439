import { watch } from 'vue'
import { studio } from '../studio.ts'
import { isUnsaved, type OpenDocument } from './document.ts'
import { useDocuments } from './documents-store.ts'

/** A draft is on disk this long after a key was pressed, and the time the disk takes. */
const delayMs = 200

/**
 * Keeps unsaved text on disk, so that neither a crash nor a power cut loses it, and takes the draft away once its
 * text is saved or given up. Typing on and on does not put the writing off.
 */
export function keepDrafts(): void {
  const documents = useDocuments()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let before: ReadonlyMap<string, OpenDocument> = new Map()

  function write(key: string): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    const document = documents.documents.get(key)
    if (document && isUnsaved(document)) void putDraft(document).catch(() => writeLater(key, delayMs * 10))
  }

  function writeLater(key: string, delay = delayMs): void {
    if (!timers.has(key))
      timers.set(
        key,
        setTimeout(() => write(key), delay),
      )
  }

  function follow(now: ReadonlyMap<string, OpenDocument>): void {
    for (const [key, document] of now) {
      if (isUnsaved(document) && isNews(document, before.get(key))) writeLater(key)
    }
    for (const [key, document] of before) {
      const next = now.get(key)
      if (isUnsaved(document) && !(next && isUnsaved(next))) discard(key, document)
    }
    before = now
  }

  function discard(key: string, { place }: OpenDocument): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    // A draft that equals what is saved is no draft: one that could not be removed is passed over at the next start.
    void studio.drafts.discard(place.slug, place.part).catch(() => undefined)
  }

  watch(() => new Map(documents.documents), follow, { flush: 'sync' })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') for (const key of [...timers.keys()]) write(key)
  })
}

/** The draft on disk says something else: another text, or another text that it started from. */
function isNews(now: OpenDocument, before: OpenDocument | undefined): boolean {
  return before?.text !== now.text || before.saved?.revision !== now.saved?.revision
}

function putDraft({ place, text, saved }: OpenDocument): Promise<void> {
  return studio.drafts.put({ ...place, text, basedOn: saved?.revision ?? null })
}
