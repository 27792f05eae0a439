import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { SettingsFile } from '../../../electron/contract/models/settings-file.ts'
import { studio } from '../../studio.ts'
import { keepMended } from './keep-mended.ts'
import { beginMending, isUnsaved, type Mending } from './mending.ts'
import type { SettingsOwner } from './settings-owner.ts'

/** Settings files that are broken, and how far the user is with mending them. */
export const useMending = defineStore('mending', () => {
  /** Text that is not saved stays, however often the dialog is closed. */
  const begun = shallowReactive(new Map<string | null, Mending>())
  const owner = shallowRef<SettingsOwner>()
  const failure = shallowRef<ErrorData>()
  /** The file as another program left it meanwhile. */
  const theirs = shallowRef<SettingsFile>()
  const saving = ref(false)
  keepMended(begun)

  const mending = computed(() => owner.value && begun.get(owner.value.slug))

  async function open(next: SettingsOwner): Promise<void> {
    owner.value = next
    failure.value = undefined
    theirs.value = undefined
    try {
      await begin(next.slug)
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    }
  }

  async function begin(slug: string | null): Promise<void> {
    const settings = await studio.workspace.readSettingsFile(slug)
    const known = begun.get(slug)
    if (known) {
      if (known.settings.revision !== settings.revision) theirs.value = settings
      return
    }
    const beginning = beginMending(settings, await studio.drafts.ofSettings(slug))
    begun.set(slug, beginning.mending)
    theirs.value = beginning.theirs
  }

  function edit(text: string): void {
    if (!owner.value || !mending.value || mending.value.text === text) return
    begun.set(owner.value.slug, { settings: mending.value.settings, text })
  }

  /** Goes on from what another program left, or from what was found again: with the user's text, or with the file's. */
  function settle(keep: 'mine' | 'theirs'): void {
    if (!owner.value || !mending.value) return
    const settings = theirs.value ?? mending.value.settings
    begun.set(owner.value.slug, { settings, text: keep === 'mine' ? mending.value.text : settings.text })
    theirs.value = undefined
  }

  /** Saves what is valid; anything else is refused with its place, and nothing is written. */
  async function save(): Promise<boolean> {
    if (!owner.value || !mending.value || saving.value) return false
    const { slug } = owner.value
    const { text, settings } = mending.value
    saving.value = true
    failure.value = undefined
    try {
      const outcome = await studio.workspace.saveSettingsFile({ slug, text, basedOn: settings.revision })
      if (outcome.kind === 'conflict') theirs.value = outcome.settings
      else close(slug)
      return outcome.kind === 'saved'
    } catch (thrown) {
      failure.value = toErrorData(thrown)
      return false
    } finally {
      saving.value = false
    }
  }

  function close(slug: string | null): void {
    begun.delete(slug)
    owner.value = undefined
  }

  /** Back to the list; what was typed stays. */
  function leave(): void {
    const known = mending.value
    if (owner.value && known && !isUnsaved(known)) begun.delete(owner.value.slug)
    owner.value = undefined
  }

  return { owner, mending, failure, theirs, saving, open, edit, settle, save, leave }
})
