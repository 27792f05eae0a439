import { isUnsaved, type DocumentPlace } from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useTests } from '../features/tests/tests-store.ts'

/** Saves every unsaved text of these lambdas, or of all. */
export async function saveLambdas(slugs?: readonly string[]): Promise<void> {
  const { unsaved } = useDocuments()
  const places = unsaved.map(({ place }) => place).filter(({ slug }) => slugs?.includes(slug) ?? true)
  for (const place of places) await useDocuments().save(place)
  await tellSaved(places.filter(isSaved))
}

function isSaved(place: DocumentPlace): boolean {
  const document = useDocuments().find(place)
  return document !== undefined && !isUnsaved(document)
}

/** What else rests on the texts of the workspace: the lists of cases, and tests that run on save. */
async function tellSaved(places: readonly DocumentPlace[]): Promise<void> {
  const cases = useCases()
  const tests = useTests()
  const slugs = [...new Set(places.map(({ slug }) => slug))]
  for (const { slug, part } of places) if (part.kind === 'body') tests.forgetCoverage(slug)
  tests.saved(slugs)
  const changed = places.filter(({ part }) => part.kind === 'case').map(({ slug }) => slug)
  await Promise.all([...new Set(changed)].map((slug) => cases.load(slug)))
}
