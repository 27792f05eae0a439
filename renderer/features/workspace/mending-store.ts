import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { SettingsFile } from '../../../electron/contract/models/settings-file.ts'
import { studio } from '../../studio.ts'
import type { SettingsOwner } from './settings-owner.ts'

/** What the user made of a settings file, and the text on disk that it started from. */
interface Mending {
  readonly settings: SettingsFile
  readonly text: string
}

/** Settings files that are broken, and how far the user is with mending them. */
export const useMending = defineStore('mending', () => {
  /** Text that is not saved stays until the page is left, however often the dialog is closed. */
  const begun = shallowReactive(new Map<string | null, Mending>())
  const owner = shallowRef<SettingsOwner>()
  const failure = shallowRef<ErrorData>()
  /** The file as another program left it meanwhile. */
  const theirs = shallowRef<SettingsFile>()
  const saving = ref(false)

  const mending = computed(() => owner.value && begun.get(owner.value.slug))

  async function open(next: SettingsOwner): Promise<void> {
    const { slug } = next
    owner.value = next
    failure.value = undefined
    theirs.value = undefined
    try {
      const settings = await studio.workspace.readSettingsFile(slug)
      const known = begun.get(slug)
      if (known && known.settings.revision !== settings.revision) theirs.value = settings
      else if (!known) begun.set(slug, { settings, text: settings.text })
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    }
  }

  function edit(text: string): void {
    if (!owner.value || !mending.value) return
    begun.set(owner.value.slug, { ...mending.value, text })
  }

  /** Goes on from what another program left: with the user's text, or with theirs. */
  function settle(keep: 'mine' | 'theirs'): void {
    const settings = theirs.value
    if (!owner.value || !mending.value || !settings) return
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
    if (owner.value && known?.text === known?.settings.text) begun.delete(owner.value.slug)
    owner.value = undefined
  }

  return { owner, mending, failure, theirs, saving, open, edit, settle, save, leave }
})
