import { offerCommands } from '../commands/offer-commands.ts'
import { bodyOf, type DocumentPlace, type OpenDocument } from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useWork } from './work-store.ts'

/** Offers what settles a text that is not what the file is: the text that is named, else one of those that show. */
export function offerNoteCommands(): void {
  const documents = useDocuments()
  const work = useWork()

  function meant(target?: string): OpenDocument | undefined {
    const shown = [documents.find(bodyOf(work.slug)), work.caseDocument]
    const named = target === undefined ? shown : [documents.documents.get(target)]
    return named.find((document) => document !== undefined && document.note !== null)
  }
  const on =
    (act: (place: DocumentPlace) => void) =>
    (target?: string): void => {
      const document = meant(target)
      if (document) act(document.place)
    }
  const isNoted = (target?: string): boolean => meant(target) !== undefined

  offerCommands([
    {
      id: 'document.keepMine',
      title: 'command.keepMine',
      icon: 'i-lucide-file-check',
      enabled: isNoted,
      run: on(documents.keepMine),
    },
    {
      id: 'document.takeTheirs',
      title: 'command.takeTheirs',
      icon: 'i-lucide-file-down',
      enabled: isNoted,
      run: on(documents.takeTheirs),
    },
  ])
}
