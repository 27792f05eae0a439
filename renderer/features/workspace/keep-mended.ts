import { watch } from 'vue'
import { DelayedWrites } from '../../documents/delayed-writes.ts'
import { studio } from '../../studio.ts'
import { isUnsaved, type Mending } from './mending.ts'

type Slug = string | null

/** Keeps text of settings files that is not saved on disk, as a draft of a body or a case is. */
export function keepMended(begun: ReadonlyMap<Slug, Mending>): void {
  let before: ReadonlyMap<Slug, Mending> = new Map()
  const writes = new DelayedWrites((slug: Slug) => {
    const mending = begun.get(slug)
    return mending && isUnsaved(mending) ? put(slug, mending) : undefined
  })

  function follow(now: ReadonlyMap<Slug, Mending>): void {
    for (const [slug, mending] of now) {
      if (isUnsaved(mending) && mending !== before.get(slug)) writes.later(slug)
    }
    for (const [slug, mending] of before) {
      const next = now.get(slug)
      if (isUnsaved(mending) && !(next && isUnsaved(next))) discard(slug)
    }
    before = now
  }

  function discard(slug: Slug): void {
    writes.drop(slug)
    // A draft that equals the file is passed over when the file is opened again.
    void studio.drafts.discardSettings(slug).catch(() => undefined)
  }

  watch(() => new Map(begun), follow, { flush: 'sync' })
}

function put(slug: Slug, { settings, text }: Mending): Promise<void> {
  return studio.drafts.putSettings({ slug, text, basedOn: settings.revision })
}
