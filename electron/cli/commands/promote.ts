import { Command, InvalidArgumentError } from 'commander'
import type {
  PromotionCandidate,
  PromotionEntry,
  PromotionOrder,
  PromotionPlan,
} from '../../contract/models/promotion.ts'
import type { SyncReport } from '../../contract/models/sync-order.ts'
import { endCarried, withResults } from '../carry-out.ts'
import { confirmationFor, type ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseInstance } from '../instance-option.ts'
import { patchText } from '../patch-text.ts'
import { failuresText, promotionText, resultsText, unassignedText } from '../sync-text.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

interface PromoteOptions extends WorkspaceOption, ConfirmOptions {
  readonly assign?: boolean
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly map: ReadonlyMap<string, string>
}

/** `promote`: lambdas from one instance to another. */
export function promoteCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('promote')
      .description('Put lambdas as they are on one instance onto another.')
      .argument('<from>', 'the instance they come from')
      .argument('<to>', 'the instance they go to')
      .argument('[slugs...]', 'only these lambdas')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', 'the name of the instance they go to, where its protection asks for it')
      .option('--assign', 'also assign them at the objects of the same name there')
      .option('--map <slug=id>', 'which lambda there is the same one, or slug=new', mapping, new Map())
      .option('--force', 'promote although checks or cases fail')
      .option('--dry-run', 'show what would be done, with the difference, and do nothing'),
  ).action((from: string, to: string, slugs: string[], options: PromoteOptions) =>
    promote(context, { from, to, slugs }, options),
  )
}

async function promote(
  context: CommandContext,
  { from, to, slugs }: { readonly from: string; readonly to: string; readonly slugs: string[] },
  options: PromoteOptions,
): Promise<void> {
  const studio = await context.workspace(options.workspace)
  const instances = await studio.instances.list()
  const target = chooseInstance(instances, to)
  chooseInstance(instances, from)
  const plan = await studio.sync.planPromotion({
    from,
    to,
    assign: options.assign ?? false,
    ...(slugs.length > 0 && { slugs }),
  })
  if (options.dryRun) {
    tellPlan(context, plan)
    return
  }
  const order = plan.entries.flatMap((entry) => orderOf(entry, options.map))
  const confirmation = await confirmationFor(context, target, options, {
    count: order.length,
    summary: () => promotionText(plan.entries),
  })
  const { results, failures, error } = order.length === 0 ? nothingDone : await carryOut()
  const entries = plan.entries.map((entry) => ({ ...entry, ...outcomeOf(entry, results) }))
  const missing = plan.missing.map((slug) => ({ slug, outcome: 'failed', code: 'not-on-instance' }) as const)
  const value = { from, to, entries: [...entries, ...missing], failures, ...(error && { error }) }
  context.output.result(value, () => {
    const absent = missing.map((each) => ({ ...each, name: each.slug, message: `Is not on ${from}.` }))
    const unassigned = unassignedText(plan.entries)
    return [...failuresText(failures, from), resultsText([...entries, ...absent]), ...unassigned].join('\n')
  })
  endCarried(context, [...entries, ...missing.map((each) => ({ ...each, message: '' }))], error)

  async function carryOut(): Promise<Carried> {
    const overrideFailures = options.force ?? false
    const { jobId } = await studio.sync.promote({ from, to, entries: order, overrideFailures, confirmation })
    void context.process.interrupted().then(() => studio.jobs.cancel(jobId))
    return withResults(await studio.sync.finish(jobId))
  }
}

/** What a promotion would do, which is nothing done yet. */
function tellPlan(context: CommandContext, { from, to, entries, missing }: PromotionPlan): void {
  const planned = entries.map((entry) => {
    const { outcome, code, message } = outcomeOf(entry, [])
    return code === 'in-step' && !isEqual(entry)
      ? { ...entry, outcome, code: 'planned', message: 'Would be written.' }
      : { ...entry, outcome, code, message }
  })
  const absent = missing.map((slug) => ({ slug, outcome: 'failed', code: 'not-on-instance' }) as const)
  context.output.result({ from, to, entries: [...planned, ...absent], failures: [] }, () =>
    [
      ...entries
        .filter((entry) => !isEqual(entry) && entry.target.kind !== 'question')
        .map(({ slug, from: source, to: target }) =>
          patchText({ label: `${to}/${slug}`, state: target }, { label: `${from}/${slug}`, state: source }),
        ),
      promotionText(entries),
      ...unassignedText(entries),
      ...missing.map((slug) => `${slug} is not on ${from}.`),
    ].join('\n'),
  )
  if (missing.length > 0) context.end(exitCode.failed)
  else if (planned.some(({ code }) => code === 'question' || code === 'type-differs'))
    context.end(exitCode.conflicts)
}

function isEqual({ to, fields }: PromotionEntry): boolean {
  return to !== null && fields.length === 0
}

type Carried = Pick<SyncReport, 'results' | 'failures' | 'error'>

const nothingDone: Carried = { results: [], failures: [], error: null }

/** Nothing where the lambda is in step there already, or where somebody has to choose first. */
function orderOf(entry: PromotionEntry, answers: ReadonlyMap<string, string>): PromotionOrder['entries'] {
  const { slug, fromId, target, seen, assignments } = entry
  const toId = target.kind === 'question' ? answerOf(entry, answers) : target.id
  const assign = assignments.flatMap((each) =>
    each.kind === 'matched' && each.current !== toId
      ? [{ owner: { kind: each.owner.kind, id: each.owner.id }, field: each.field, seen: each.current }]
      : [],
  )
  const isDone = seen.remote === seen.local && target.kind === 'known' && assign.length === 0
  if (toId === null || target.kind === 'type-differs' || isDone) return []
  const remote = target.kind === 'question' ? revisionOf(target.candidates, toId) : seen.remote
  return [{ slug, fromId, toId, seen: { local: seen.local ?? '', remote }, assign }]
}

function revisionOf(candidates: readonly PromotionCandidate[], id: string): string | null {
  return candidates.find((each) => each.id === id)?.revision ?? null
}

function answerOf({ slug, target }: PromotionEntry, answers: ReadonlyMap<string, string>): string | null {
  const answer = answers.get(slug)
  if (answer === undefined || target.kind !== 'question') return null
  return answer === 'new' ? target.newId : answer
}

function outcomeOf(
  { slug, target }: PromotionEntry,
  results: Carried['results'],
): Pick<Carried['results'][number], 'outcome' | 'code' | 'message'> {
  const result = results.find((each) => each.slug === slug)
  if (result) return { outcome: result.outcome, code: result.code, message: result.message }
  const skipped = (code: string, message: string) => ({ outcome: 'skipped', code, message }) as const
  if (target.kind === 'type-differs')
    return skipped('type-differs', `Its id there belongs to a lambda of the type ${target.type}.`)
  if (target.kind !== 'question') return skipped('in-step', 'In step.')
  const ids = target.candidates.map(({ id, name }) => `${slug}=${id} (${name})`).join(', ')
  return skipped('question', `Which lambda there is the same one? Answer with --map ${slug}=new, or ${ids}.`)
}

function mapping(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, slug, id] = /^([^=]+)=(new|[0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (slug === undefined || id === undefined) throw new InvalidArgumentError('It takes slug=id or slug=new.')
  return new Map([...before, [slug, id.toLowerCase()]])
}
