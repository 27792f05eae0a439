import { stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StudioError } from '../contract/errors.ts'
import type { InstanceInfo } from '../contract/models/instance.ts'
import { seenStates, type PlanEntry, type SyncPlan } from '../contract/models/sync.ts'
import { withoutWords } from '../contract/words.ts'
import { parseJson } from '../core/files/parse-json.ts'
import { readText } from '../core/files/read-text.ts'
import type { Carry } from './carry-out.ts'

/** A push that was planned, to be carried out later exactly so. */
export interface PlannedOrder extends Carry {
  readonly instance: string
  /** Where the instance was when it was planned. */
  readonly url: string
  readonly at: string
  readonly entries: readonly PlanEntry[]
}

const plannedEntry = z.looseObject({
  slug: z.string().nullable(),
  id: z.guid().nullable(),
  name: z.string(),
  type: z.string(),
  kind: z.string(),
  reason: z.string(),
  message: z.string(),
  fields: z.array(z.string()),
  seen: seenStates,
})

const planFile = z.strictObject({
  version: z.literal(1),
  direction: z.literal('push'),
  instance: z.string(),
  url: z.string(),
  at: z.iso.datetime(),
  deletes: z.boolean(),
  overwrite: z.boolean(),
  entries: z.array(plannedEntry),
})

/** Slugs have no dots, so that a name that is a file is a plan. */
export async function isPlanFile(name: string): Promise<boolean> {
  if (!/[./\\]/.test(name)) return false
  return stat(name).then(
    (found) => found.isFile(),
    () => false,
  )
}

export async function writePlanFile(path: string, order: PlannedOrder): Promise<void> {
  const { direction, instance, url, at, deletes, overwrite, entries } = order
  const file = { version: 1, direction, instance, url, at, deletes, overwrite, entries }
  await writeFile(path, `${JSON.stringify(file, withoutWords, 2)}\n`).catch((thrown: unknown) => {
    throw new StudioError(
      {
        code: 'plan-not-written',
        message: `The plan cannot be written to ${path}.`,
        hint: 'Name a file in a folder that is there and that you may write to.',
      },
      { cause: thrown },
    )
  })
}

/** @throws StudioError `unreadable-file`, `not-json`, `wrong-shape` */
export async function readPlanFile(path: string): Promise<PlannedOrder> {
  const { version: _version, entries, ...order } = parseJson(await readText(path), path, planFile)
  return { ...order, entries: entries as unknown as readonly PlanEntry[] }
}

/** What may be said beside a plan, and would make it another one. */
export interface BesidesPlan {
  readonly instance?: string
  readonly delete?: boolean
  readonly overwrite?: boolean
  readonly plan?: string
}

/** @throws StudioError `wrong-usage`: a plan says itself where it goes and what it does there */
export function refuseBesidesPlan({ instance }: PlannedOrder, options: BesidesPlan): void {
  const isElsewhere = options.instance !== undefined && options.instance !== instance
  const refused = [
    ...(isElsewhere ? [`--instance ${options.instance}`] : []),
    ...(['delete', 'overwrite', 'plan'] as const)
      .filter((name) => options[name] !== undefined)
      .map((name) => `--${name}`),
  ]
  if (refused.length === 0) return
  throw new StudioError({
    code: 'wrong-usage',
    message: `The plan is for ${instance} and is carried out exactly as it stands; ${refused.join(' and ')} would change it.`,
    hint: 'Leave that out, or plan again with --plan.',
  })
}

/** @throws StudioError `conflict-plan-outdated` where anything is otherwise than when it was planned */
export function refuseOutdated(order: PlannedOrder, { entries }: SyncPlan, { url }: InstanceInfo): void {
  const now = new Set(entries.map(keyOf))
  const changed = order.entries.filter((entry) => !now.has(keyOf(entry)))
  if (changed.length === 0 && url === order.url) return
  const names = changed.slice(0, 5).map(({ slug, name }) => slug ?? name)
  const what =
    url === order.url ? `these changed since: ${names.join(', ')}` : `the instance was then at ${order.url}`
  throw new StudioError({
    code: 'conflict-plan-outdated',
    message: `The plan does not hold any more, and nothing was written: ${what}.`,
    hint: 'Plan again with --plan and look at what changed.',
  })
}

/** All that an entry's carrying out depends on. */
function keyOf({ slug, id, kind, reason, seen }: PlanEntry): string {
  return JSON.stringify([slug, id, kind, reason, seen.local, seen.remote])
}
