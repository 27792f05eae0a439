import { toErrorData, StudioError } from '../../contract/errors.ts'
import { caseFile, type CaseChange, type CaseDocument, type CaseFile } from '../../contract/models/case.ts'
import type {
  CaseListing,
  CaseSaveOutcome,
  CaseSummary,
  DeletedCase,
  NewCase,
} from '../../contract/models/case.ts'
import { nameFault } from '../../contract/models/slug.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { once } from '../../contract/once.ts'
import { said, say } from '../../contract/words.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from '../workspace/edit-json.ts'
import { caseFileName, casePlace, casesPlace } from '../workspace/layout.ts'
import { isMissing, readSettingsText, revisionOf } from '../workspace/read-lambda.ts'
import { foldCase, slugOf } from '../workspace/slug.ts'
import { nameOf, type WorkspaceFiles } from '../workspace/workspace-files.ts'

/** The case files of a lambda. */
export interface FoundCaseFiles {
  /** Without their ending. */
  readonly names: readonly string[]
  /** Files that are left out because of their name. */
  readonly problems: readonly WorkspaceProblem[]
}

/** Finds the case files of a lambda; those of other programs, whose names start with a dot, are none. */
export function findCaseFiles(files: WorkspaceFiles, slug: string): FoundCaseFiles {
  const entries = files.entriesAtOnce(casesPlace(slug))
  const names = entries
    .filter((entry) => /^[^.].*\.json$/s.test(entry.name) && !entry.isDirectory())
    .map((entry) => entry.name.slice(0, -'.json'.length))
    .toSorted()
  return {
    names: names.filter((name) => nameFault(name) === null),
    problems: names.flatMap((name) => unusableName(slug, name)),
  }
}

/** The names of a lambda's case files, without their ending. */
function caseNames(files: WorkspaceFiles, slug: string): readonly string[] {
  return findCaseFiles(files, slug).names
}

/** The cases of a lambda by name; a file that is not a case becomes a problem. */
export function listCases(files: WorkspaceFiles, slug: string): CaseListing {
  const { names, problems } = findCaseFiles(files, slug)
  const documents = readCases(files, slug, names)
  return {
    cases: documents.flatMap(({ name, content }) => (content ? { name, kind: kindOf(content) } : [])),
    problems: [...problems, ...documents.flatMap(({ problem }) => problem ?? [])],
  }
}

/** What a case file holds, or what is wrong with it. */
export type ReadCase = Pick<CaseDocument, 'name' | 'content' | 'problem'>

/** These cases of a lambda, whatever is wrong with them. */
export function readCases(
  files: WorkspaceFiles,
  slug: string,
  names: readonly string[],
): readonly ReadCase[] {
  const read = once(() => files.readerOf(casesPlace(slug)))
  return names.map((name) => {
    try {
      return contentOf(slug, name, read()(caseFileName(name)))
    } catch (thrown) {
      return { name, content: null, problem: problemOf(slug, name, thrown) }
    }
  })
}

/** @throws StudioError `case-not-found`, `unreadable-file` */
export async function readCase(files: WorkspaceFiles, slug: string, name: string): Promise<CaseDocument> {
  const text = await files.read(casePlace(slug, name)).catch((thrown: unknown) => {
    throw isMissing(thrown) ? notFound(slug, name) : thrown
  })
  return documentOf(slug, name, text)
}

/** Writes a new case under a file name made from its name. @throws StudioError `lambda-not-found` */
export async function createCase(
  files: WorkspaceFiles,
  slug: string,
  { name, content }: NewCase,
): Promise<CaseDocument> {
  await readSettingsText(files, slug)
  return writeNew(files, slug, name, formatJson(content))
}

/** Saves a case's text. @throws StudioError `not-json`, `wrong-shape` with the place */
export async function saveCase(files: WorkspaceFiles, change: CaseChange): Promise<CaseSaveOutcome> {
  const { slug, case: name, text, basedOn } = change
  const place = casePlace(slug, name)
  parseJson(text, nameOf(place), caseFile)
  const document = await readCase(files, slug, name)
  const isNews = basedOn !== undefined && document.revision !== basedOn && document.text !== text
  if (isNews) return { kind: 'conflict', document }
  if (document.text !== text) await files.write(place, text)
  return { kind: 'saved', document: documentOf(slug, name, text) }
}

/** Moves a case to a file name made from its new name. */
export async function renameCase(
  files: WorkspaceFiles,
  slug: string,
  { name, newName }: { readonly name: string; readonly newName: string },
): Promise<CaseDocument> {
  const { text } = await readCase(files, slug, name)
  const others = caseNames(files, slug).filter((other) => other !== name)
  const next = slugOf(newName, others, 'case')
  if (next !== name) await files.move(casePlace(slug, name), casePlace(slug, next))
  return documentOf(slug, next, text)
}

/** Copies a case, byte for byte. */
export async function duplicateCase(
  files: WorkspaceFiles,
  slug: string,
  { name, newName }: { readonly name: string; readonly newName: string },
): Promise<CaseDocument> {
  return writeNew(files, slug, newName, (await readCase(files, slug, name)).text)
}

/** Deletes a case and gives what it was. */
export async function deleteCase(files: WorkspaceFiles, slug: string, name: string): Promise<CaseDocument> {
  const document = await readCase(files, slug, name)
  await files.remove(casePlace(slug, name))
  return document
}

/** Writes a deleted case again, byte for byte. @throws StudioError `lambda-not-found` */
export async function undeleteCase(
  files: WorkspaceFiles,
  slug: string,
  { name, text }: DeletedCase,
): Promise<CaseDocument> {
  await readSettingsText(files, slug)
  const taken = caseNames(files, slug).some((other) => foldCase(other) === foldCase(name))
  if (taken) return writeNew(files, slug, name, text)
  await files.write(casePlace(slug, name), text)
  return documentOf(slug, name, text)
}

async function writeNew(
  files: WorkspaceFiles,
  slug: string,
  name: string,
  text: string,
): Promise<CaseDocument> {
  const free = slugOf(name, caseNames(files, slug), 'case')
  await files.write(casePlace(slug, free), text)
  return documentOf(slug, free, text)
}

function documentOf(slug: string, name: string, text: string): CaseDocument {
  return { ...contentOf(slug, name, text), text, revision: revisionOf(text) }
}

function contentOf(slug: string, name: string, text: string): ReadCase {
  try {
    return { name, content: parseJson(text, nameOf(casePlace(slug, name)), caseFile), problem: null }
  } catch (thrown) {
    return { name, content: null, problem: problemOf(slug, name, thrown) }
  }
}

function problemOf(slug: string, name: string, thrown: unknown): WorkspaceProblem {
  const failure = toErrorData(thrown)
  return { ...failure, severity: 'error', file: nameOf(casePlace(slug, name)), slug }
}

function unusableName(slug: string, name: string): WorkspaceProblem[] {
  const fault = nameFault(name)
  if (fault === null) return []
  return [
    said<WorkspaceProblem>({
      code: 'unusable-name',
      severity: 'error',
      message: say`The case ${JSON.stringify(name.slice(0, 80))} of ${slug} is left out: its name cannot be used, because ${fault}.`,
      hint: 'Rename the file; letters, digits and hyphens work everywhere.',
      file: nameOf(casePlace(slug, name)),
      slug,
    }),
  ]
}

function kindOf({ property, expect }: CaseFile): CaseSummary['kind'] {
  if (property) return 'property'
  return expect ? 'expectation' : 'example'
}

function notFound(slug: string, name: string): StudioError {
  return new StudioError({
    code: 'case-not-found',
    message: say`The lambda ${slug} has no case ${JSON.stringify(name)}.`,
    hint: 'It may have been renamed or deleted by another program.',
  })
}
