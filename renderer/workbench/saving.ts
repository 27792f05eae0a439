import {
  bodyOf,
  isDisputed,
  isUnsaved,
  type DocumentPlace,
  type OpenDocument,
} from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { parseCase } from '../features/cases/parse-case.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { studio } from '../studio.ts'

/** Saves every unsaved text of these lambdas, or of all, and asks for the first decision that one waits for. */
export async function saveLambdas(slugs?: readonly string[]): Promise<void> {
  const { unsaved } = useDocuments()
  const places = unsaved.map(({ place }) => place).filter(({ slug }) => slugs?.includes(slug) ?? true)
  for (const place of places) await saveText(place)
  await tellSaved(places.filter(isSaved))
  const waiting = places.find(isWaiting)
  if (waiting) useDocuments().insist(waiting)
}

/** Saves one text, and makes its file again where others deleted it and the user kept the text. */
export async function saveText(place: DocumentPlace): Promise<void> {
  const document = useDocuments().find(place)
  if (document?.saved === null && document.note === null) await makeAgain(document)
  else await useDocuments().save(place)
}

/** Brings back a lambda or a case whose file was deleted by others, under its own name. */
async function makeAgain({ place, text }: OpenDocument): Promise<void> {
  const documents = useDocuments()
  const lambdas = useLambdas()
  const { slug, part } = place
  if (part.kind === 'case') {
    // What is no case is refused with its place.
    if (parseCase(text).ok) await studio.cases.undelete(slug, { name: part.case, text })
    else await documents.save(place)
    await useCases().load(slug)
    return documents.reread(place)
  }
  const known = lambdas.find(slug)
  if (!known) return
  const { type, name, engineType, debug, ids } = known
  const made = await studio.lambdas.create({ type, name, engineType, debug, ids, body: text })
  documents.close(place)
  await lambdas.load()
  lambdas.show(made.slug)
  await documents.open(bodyOf(made.slug))
}

function isSaved(place: DocumentPlace): boolean {
  const document = useDocuments().find(place)
  return document !== undefined && !isUnsaved(document)
}

function isWaiting(place: DocumentPlace): boolean {
  const document = useDocuments().find(place)
  return document !== undefined && isDisputed(document)
}

/** What else rests on the texts of the workspace: the lists of cases, and tests that run on save. */
async function tellSaved(places: readonly DocumentPlace[]): Promise<void> {
  const cases = useCases()
  const tests = useTests()
  const slugs = [...new Set(places.map(({ slug }) => slug))]
  for (const { slug, part } of places) if (part.kind === 'body') tests.forgetCoverage(slug)
  tests.saved(slugs)
  useSync().refreshSoon()
  const changed = places.filter(({ part }) => part.kind === 'case').map(({ slug }) => slug)
  await Promise.all([...new Set(changed)].map((slug) => cases.load(slug)))
}
