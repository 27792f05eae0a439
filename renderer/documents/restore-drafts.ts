import type { Draft } from '../../electron/contract/models/draft.ts'
import { studio } from '../studio.ts'
import { readSaved } from './disk.ts'
import { isUnsaved, type DocumentPlace, type OpenDocument, type SavedText } from './document.ts'
import { useDocuments } from './documents-store.ts'

/** Opens the texts that were never saved, and answers where they belong. */
export async function restoreDrafts(): Promise<readonly DocumentPlace[]> {
  const documents = useDocuments()
  const drafts = await studio.drafts.list()
  for (const draft of drafts) {
    const place = placeOf(draft)
    const found = restored(draft, await readSaved(place))
    const open = documents.find(place)
    if (!open || !isUnsaved(open)) documents.put(found)
  }
  return drafts.map(placeOf)
}

/** Whoever loads the page anew knows what they were writing. */
function wasReloaded(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && entry.type === 'reload')
}

function placeOf({ slug, part }: Draft): DocumentPlace {
  return { slug, part }
}

function restored(draft: Draft, disk: SavedText | null): OpenDocument {
  const { text, basedOn, at } = draft
  const place = placeOf(draft)
  if (disk === null) return { place, saved: null, text, note: { kind: 'deleted' } }
  if (disk.revision !== basedOn) {
    return { place, saved: null, text, note: { kind: 'changed', theirs: disk, wasRestored: true } }
  }
  return { place, saved: disk, text, note: wasReloaded() ? null : { kind: 'restored', at } }
}
