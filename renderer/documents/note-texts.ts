import { t } from '../messages/translate.ts'
import type { DocumentNote } from './document.ts'
import { clock, localeTag } from '../messages/locale.ts'

/** What a note says and which ways lead on from it. */
export interface NoteTexts {
  readonly text: string
  readonly hint: string
  readonly keep: string
  readonly take: string
}

const times = new Intl.DateTimeFormat(localeTag, { dateStyle: 'medium', timeStyle: 'short', ...clock })

export function noteTexts(note: DocumentNote): NoteTexts {
  switch (note.kind) {
    case 'restored':
      return {
        text: t('note.restored', { at: times.format(new Date(note.at)) }),
        hint: t('note.restoredHint'),
        keep: t('note.keepRestored'),
        take: t('note.discardRestored'),
      }
    case 'changed':
      return {
        text: t('note.changed'),
        hint: t('note.changedHint'),
        keep: t('note.keepMine'),
        take: t('note.takeTheirs'),
      }
    case 'deleted':
      return {
        text: t('note.deleted'),
        hint: t('note.deletedHint'),
        keep: t('note.keepMine'),
        take: t('note.close'),
      }
  }
}
