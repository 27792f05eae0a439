import { toErrorData } from '../../contract/errors.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { TestSelection } from '../../contract/models/test.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { mapInTurns } from '../files/map-in-turns.ts'
import { casesPlace, settingsPlace, type Place } from '../workspace/layout.ts'
import { usableSlugs } from '../workspace/list-lambdas.ts'
import { nameOf } from '../workspace/workspace-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { findCaseFiles, readCases } from './case-files.ts'
import type { CaseKey, PlacedCase } from './plan-tests.ts'

/** The names of the cases that a test may choose from, and those that cannot be used. */
export interface FoundCases {
  readonly keys: readonly CaseKey[]
  readonly problems: readonly WorkspaceProblem[]
}

/**
 * Finds the cases of the lambdas that are asked for, without reading them.
 * @throws StudioError `lambda-not-found` for a lambda that was named
 */
export async function findCases(
  workspace: Workspace,
  { slugs, cases }: Pick<TestSelection, 'slugs' | 'cases'>,
): Promise<FoundCases> {
  const named = slugs ?? (cases && [...new Set(cases.map(({ lambda }) => lambda))])
  if (named) await Promise.all(named.map((slug) => workspace.read(slug)))
  const wanted = named ?? usableSlugs(workspace.files)
  const found = await mapInTurns(wanted, (lambda) => casesOf(workspace, lambda))
  return {
    keys: found.flatMap(({ keys }) => keys),
    problems: found.flatMap(({ problems }) => problems),
  }
}

/** What keeps lambdas from being tested, whether they have cases or not. */
export async function findBrokenLambdas(workspace: Workspace): Promise<readonly WorkspaceProblem[]> {
  const { problems } = await workspace.list()
  return problems.filter(({ severity }) => severity === 'error')
}

/** The cases of one lambda; where they cannot be listed, those of the others still can. */
function casesOf(workspace: Workspace, lambda: string): FoundCases {
  try {
    const { names, problems } = findCaseFiles(workspace.files, lambda)
    return { keys: names.map((name) => ({ lambda, case: name })), problems }
  } catch (thrown) {
    return { keys: [], problems: [unreadable(lambda, casesPlace(lambda), thrown)] }
  }
}

/** A lambda with some of its cases, and what of them could not be read. */
export interface LoadedLambda {
  readonly lambda: Lambda | null
  readonly cases: readonly PlacedCase[]
  readonly problems: readonly WorkspaceProblem[]
}

/** Reads a lambda with these cases of it. */
export async function loadLambda(
  workspace: Workspace,
  slug: string,
  names: readonly string[],
): Promise<LoadedLambda> {
  // Reading the lambda first makes room between the cases of two lambdas, in which those of the one begin to run.
  const lambda = await workspace
    .read(slug)
    .catch((thrown: unknown) => unreadable(slug, settingsPlace(slug), thrown))
  const documents = readCases(workspace.files, slug, names)
  const problems = documents.flatMap(({ problem }) => problem ?? [])
  if ('code' in lambda) return { lambda: null, cases: [], problems: [...problems, lambda] }
  const cases = documents.flatMap(({ name, content }) =>
    content ? [{ lambda: slug, case: name, content }] : [],
  )
  return { lambda, cases, problems }
}

function unreadable(slug: string, place: Place, thrown: unknown): WorkspaceProblem {
  const failure = toErrorData(thrown)
  return { ...failure, severity: 'error', file: nameOf(place), slug }
}
