import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import { readSaved, writeSaved } from './disk.ts'
import {
  asSaved,
  isDisputed,
  isUnsaved,
  keepMine,
  keyOf,
  takeTheirs,
  withDisk,
  type DocumentPlace,
  type OpenDocument,
} from './document.ts'

/** How a save went: `disputed` where the user must decide first, `absent` where the text is not open. */
export type SaveResult = 'saved' | 'disputed' | 'absent'

/** Every open text of the workspace, and what of it is not saved. */
export const useDocuments = defineStore('documents', () => {
  const documents = shallowReactive(new Map<string, OpenDocument>())

  /** The text that the user would save and that waits for a decision; a new object for each try. */
  const insistedOn = shallowRef<{ readonly key: string }>()

  const unsaved = computed(() => [...documents.values()].filter(isUnsaved))
  const unsavedSlugs = computed(() => new Set(unsaved.value.map(({ place }) => place.slug)))

  const find = (place: DocumentPlace): OpenDocument | undefined => documents.get(keyOf(place))
  const put = (document: OpenDocument): void => void documents.set(keyOf(document.place), document)
  const close = (place: DocumentPlace): void => void documents.delete(keyOf(place))

  const turns = new Map<string, Promise<unknown>>()

  /** One text is read and written one after the other, so that no answer is older than what it follows. */
  function inTurn<T>(place: DocumentPlace, work: () => Promise<T>): Promise<T> {
    const key = keyOf(place)
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
    const leave = (): void => {
      if (turns.get(key) === turn) turns.delete(key)
    }
    turns.set(key, turn)
    turn.then(leave, leave)
    return turn
  }

  /** Reads a text, unless it is open already; false where it is not there. */
  async function open(place: DocumentPlace): Promise<boolean> {
    if (find(place)) return true
    const saved = await readSaved(place)
    if (saved && !find(place)) put(asSaved(place, saved))
    return saved !== null
  }

  function edit(place: DocumentPlace, text: string): void {
    const document = find(place)
    if (document && document.text !== text) put({ ...document, text })
  }

  function change(place: DocumentPlace, by: (document: OpenDocument) => OpenDocument | null): void {
    const document = find(place)
    const next = document && by(document)
    if (next) put(next)
    else close(place)
  }

  /** Writes a text to disk, unless somebody else changed it since. */
  const save = (place: DocumentPlace): Promise<SaveResult> => inTurn(place, () => write(place))

  async function write(place: DocumentPlace): Promise<SaveResult> {
    const document = find(place)
    if (!document) return 'absent'
    if (isDisputed(document)) return 'disputed'
    if (!isUnsaved(document)) return 'saved'
    const { kind, disk } = await writeSaved(place, document.text, document.saved?.revision)
    const now = find(place)
    if (!now) return 'absent'
    if (kind === 'saved') put({ ...now, saved: disk, note: null })
    else change(place, (current) => withDisk(current, disk))
    return kind === 'saved' ? 'saved' : 'disputed'
  }

  /** Asks for the decision that a save waits for. */
  const insist = (place: DocumentPlace): void => void (insistedOn.value = { key: keyOf(place) })

  /** Reads a text again that may have been changed by another program. */
  const reread = (place: DocumentPlace): Promise<void> =>
    inTurn(place, async () => {
      const disk = await readSaved(place)
      if (find(place)) change(place, (document) => withDisk(document, disk))
    })

  const ofLambda = (slug: string): OpenDocument[] =>
    [...documents.values()].filter(({ place }) => place.slug === slug)

  /** Closes every text of a lambda; what was not saved goes. */
  function closeLambda(slug: string): void {
    for (const { place } of ofLambda(slug)) close(place)
  }

  return {
    documents,
    unsaved,
    unsavedSlugs,
    find,
    put,
    open,
    edit,
    save,
    insist,
    insistedOn,
    reread,
    close,
    ofLambda,
    closeLambda,
    keepMine: (place: DocumentPlace) => change(place, keepMine),
    takeTheirs: (place: DocumentPlace) => change(place, takeTheirs),
  }
})
