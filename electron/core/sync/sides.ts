import { toErrorData } from '../../contract/errors.ts'
import type { LambdaSummary } from '../../contract/models/lambda.ts'
import type { SyncPlan } from '../../contract/models/sync.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { findLambdaType } from '../catalogue/catalogue.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import type { Instance } from '../instance/instance.ts'
import { listLambdas } from '../instance/lambdas.ts'
import { bodyPlace } from '../workspace/layout.ts'
import { readBody } from '../workspace/read-lambda.ts'
import { nameOf } from '../workspace/workspace-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { Bases } from './bases.ts'
import { planSync, type KnownLambda, type LocalLambda } from './plan.ts'
import { withWords } from './plan-words.ts'
import { versioned } from './state.ts'

/** A workspace and one of its instances. */
export interface SyncPair {
  readonly workspace: Workspace
  readonly instance: Instance
  /** The instance's id in studio.json, and its name for people. */
  readonly id: string
  readonly name: string
}

/** A plan, and the lambdas of the instance as they were when it was made. */
export interface PlannedSides {
  readonly plan: SyncPlan
  readonly remotes: readonly KnownLambda[]
}

/** Reads both sides, in one request, and plans. */
export async function planSides(pair: SyncPair): Promise<PlannedSides> {
  const at = new Date().toISOString()
  const [{ locals, unreadable, problems }, remotes, bases] = await Promise.all([
    readLocals(pair.workspace, pair.id),
    readRemotes(pair.instance),
    new Bases(pair.workspace.files, pair.id).list(),
  ])
  const isKnownType = (type: string): boolean => findLambdaType(type) !== undefined
  const planned = planSync({ locals, remotes, bases, unreadable, isKnownType })
  const entries = planned.map((entry) => withWords(entry, pair.name))
  return { plan: { instance: pair.id, at, entries, problems }, remotes }
}

/** The lambdas of a workspace as a plan takes them, and those that cannot be read. */
export interface Locals {
  readonly locals: readonly LocalLambda[]
  readonly unreadable: readonly (string | null)[]
  readonly problems: readonly WorkspaceProblem[]
}

export async function readLocals(workspace: Workspace, instance: string): Promise<Locals> {
  const listing = await workspace.list()
  const read = await mapInParallel(listing.lambdas, 32, (summary) => tryRead(workspace, summary, instance))
  const broken = listing.problems.filter(
    ({ severity, code }) => severity === 'error' && !toldElsewhere.has(code),
  )
  const bodiless = read.flatMap((found) => ('problem' in found ? found : []))
  return {
    locals: read.flatMap((found) => ('problem' in found ? [] : found)),
    unreadable: [...broken.map(() => null), ...bodiless.map(({ id }) => id)],
    problems: [...broken, ...bodiless.map(({ problem }) => problem)],
  }
}

/** A shared id has its entry in the plan, and a missing body is found again when it is read. */
const toldElsewhere: ReadonlySet<string> = new Set(['id-shared', 'body-missing'])

interface Bodiless {
  readonly id: string | null
  readonly problem: WorkspaceProblem
}

async function tryRead(
  workspace: Workspace,
  summary: LambdaSummary,
  instance: string,
): Promise<LocalLambda | Bodiless> {
  const { slug, ids } = summary
  const id = ids[instance]?.toLowerCase() ?? null
  try {
    return { slug, id, ...versioned({ ...summary, body: await readBody(workspace.files, slug) }) }
  } catch (thrown) {
    const failure = toErrorData(thrown)
    const file = nameOf(bodyPlace(slug))
    return { id, problem: { ...failure, severity: 'error', file, slug } }
  }
}

export async function readRemotes(instance: Instance, signal?: AbortSignal): Promise<readonly KnownLambda[]> {
  return (await listLambdas(instance, signal)).map(({ id, state }) => ({ id, ...versioned(state) }))
}
