import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type {
  CaseDocument,
  CaseListing,
  CaseSummary,
  NewCase,
} from '../../../electron/contract/models/case.ts'
import { hostMessage } from '../../messages/host-text.ts'
import { caseOf } from '../../documents/document.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { byAlphabet } from '../../messages/alphabet.ts'
import { studio } from '../../studio.ts'

const none: CaseListing = { cases: [], problems: [] }

/** The cases of the open lambdas, and which of them is worked on. */
export const useCases = defineStore('cases', () => {
  const documents = useDocuments()
  const listings = shallowReactive(new Map<string, CaseListing>())
  const chosen = shallowReactive(new Map<string, string>())

  async function load(slug: string): Promise<void> {
    listings.set(slug, await studio.cases.list(slug))
    const name = chosen.get(slug)
    if (name !== undefined && !has(slug, name) && !documents.find(caseOf(slug, name))) chosen.delete(slug)
  }

  const of = (slug: string): CaseListing => listings.get(slug) ?? none
  /** The case that is worked on; undefined for the lambda's own input. */
  const chosenOf = (slug: string): string | undefined => chosen.get(slug)

  function has(slug: string, name: string): boolean {
    const { cases, problems } = of(slug)
    return cases.some((each) => each.name === name) || problems.some(({ file }) => nameOfFile(file) === name)
  }

  /** What was chosen last for each lambda, whether or not it is read by now. */
  const choices = new Map<string, object>()

  /** Works on a case, once its text is there, or on the lambda's own input. */
  async function choose(slug: string, name: string | undefined): Promise<void> {
    const choice = {}
    choices.set(slug, choice)
    if (name === undefined) {
      chosen.delete(slug)
      return
    }
    const isThere = await documents.open(caseOf(slug, name))
    if (!isThere) await load(slug)
    else if (choices.get(slug) === choice) chosen.set(slug, name)
  }

  async function add(slug: string, made: NewCase): Promise<CaseDocument> {
    const document = await studio.cases.create(slug, made)
    await load(slug)
    return document
  }

  /** Gives a case another name, and answers with it; undefined where something has to be decided first. */
  async function rename(slug: string, name: string, newName: string): Promise<string | undefined> {
    // A text that others changed meanwhile is decided about first; its bar says so.
    if ((await documents.save(caseOf(slug, name))) === 'disputed') return undefined
    const { name: next } = await studio.cases.rename(slug, name, newName)
    await load(slug)
    await choose(slug, next)
    if (next !== name) documents.close(caseOf(slug, name))
    return next
  }

  async function duplicate(slug: string, name: string): Promise<void> {
    const copy = await studio.cases.duplicate(slug, name, name)
    await load(slug)
    await choose(slug, copy.name)
  }

  /** Deletes a case and answers with what brings it back. */
  async function remove(slug: string, name: string): Promise<() => Promise<void>> {
    const { text } = await studio.cases.delete(slug, name)
    documents.close(caseOf(slug, name))
    if (chosen.get(slug) === name) chosen.delete(slug)
    await load(slug)
    return async () => {
      const back = await studio.cases.undelete(slug, { name, text })
      await load(slug)
      await choose(slug, back.name)
    }
  }

  function forget(slug: string): void {
    listings.delete(slug)
    chosen.delete(slug)
  }

  return { listings, load, of, chosenOf, choose, add, rename, duplicate, remove, forget }
})

/** The name of a case by its file, such as `lambdas/roles/cases/no-user.json`. */
export function nameOfFile(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.json$/, '')
}

export type CaseRowKind = CaseSummary['kind'] | 'broken'

/** One row of the list of cases. */
export interface CaseRow {
  readonly name: string
  readonly kind: CaseRowKind
  /** What is wrong with its file. */
  readonly fault?: string
}

/** Good and broken cases in one list, by name. */
export function caseRows({ cases, problems }: CaseListing): CaseRow[] {
  const broken = problems.map((problem) => ({
    name: nameOfFile(problem.file),
    kind: 'broken' as const,
    fault: hostMessage(problem),
  }))
  return [...cases, ...broken].toSorted((a, b) => byAlphabet(a.name, b.name))
}
