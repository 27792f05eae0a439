import { toErrorData } from '../../contract/errors.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { TestSelection } from '../../contract/models/test.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { settingsPlace } from '../workspace/layout.ts'
import { nameOf } from '../workspace/workspace-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readCases } from './case-files.ts'
import type { PlacedCase } from './plan-tests.ts'

/** The lambdas of a test with their cases, and what could not be read. */
export interface LoadedCases {
  readonly lambdas: ReadonlyMap<string, Lambda>
  readonly cases: readonly PlacedCase[]
  readonly problems: readonly WorkspaceProblem[]
}

/**
 * Reads what a test needs.
 * @throws StudioError `lambda-not-found` for a lambda that was named
 */
export async function loadCases(
  workspace: Workspace,
  { slugs, cases }: Pick<TestSelection, 'slugs' | 'cases'>,
): Promise<LoadedCases> {
  const named = slugs ?? (cases && [...new Set(cases.map(({ lambda }) => lambda))])
  if (named) await Promise.all(named.map((slug) => workspace.read(slug)))
  const listing = named ? null : await workspace.list()
  const wanted = named ?? listing?.lambdas.map(({ slug }) => slug) ?? []
  const loaded = await mapInParallel(wanted, 16, (slug) => loadLambda(workspace, slug))
  return {
    lambdas: new Map(loaded.flatMap(({ lambda }) => (lambda ? [[lambda.slug, lambda]] : []))),
    cases: loaded.flatMap((each) => each.cases),
    problems: [
      ...(listing?.problems ?? []).filter(({ severity }) => severity === 'error'),
      ...loaded.flatMap(({ problems }) => problems),
    ],
  }
}

interface LoadedLambda {
  readonly lambda: Lambda | null
  readonly cases: readonly PlacedCase[]
  readonly problems: readonly WorkspaceProblem[]
}

async function loadLambda(workspace: Workspace, slug: string): Promise<LoadedLambda> {
  const documents = await readCases(workspace.files, slug)
  const problems = documents.flatMap(({ problem }) => problem ?? [])
  if (documents.length === 0) return { lambda: null, cases: [], problems }
  try {
    const cases = documents.flatMap(({ name, content }) =>
      content ? [{ lambda: slug, case: name, content }] : [],
    )
    return { lambda: await workspace.read(slug), cases, problems }
  } catch (thrown) {
    return { lambda: null, cases: [], problems: [...problems, unreadable(slug, thrown)] }
  }
}

function unreadable(slug: string, thrown: unknown): WorkspaceProblem {
  const { code, message, hint } = toErrorData(thrown)
  return { code, severity: 'error', message, hint, file: nameOf(settingsPlace(slug)), slug }
}
