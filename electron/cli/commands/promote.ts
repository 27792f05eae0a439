import { Command, InvalidArgumentError } from 'commander'
import type { PromotionEntry, PromotionPlan } from '../../contract/models/promotion.ts'
import type { SyncReport, SyncResult } from '../../contract/models/sync-order.ts'
import { endCarried, withResults } from '../carry-out.ts'
import { confirmationFor, type ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseInstance } from '../instance-option.ts'
import { patchText } from '../patch-text.ts'
import { assignmentEnds, assignmentsText } from '../promoted-assignments.ts'
import { assignmentsToChange, orderOf, type TargetAnswers } from '../promotion-order.ts'
import { failuresText, promotionText, resultsText } from '../sync-text.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

interface PromoteOptions extends WorkspaceOption, ConfirmOptions {
  readonly assign?: boolean
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly map: TargetAnswers
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
    tellPlan(context, plan, options.map)
    return
  }
  const order = plan.entries.flatMap((entry) => orderOf(entry, options.map))
  const confirmation = await confirmationFor(context, target, options, {
    count: order.length,
    summary: () => [promotionText(plan.entries), ...assignmentsText(planned(plan, options.map))].join('\n'),
  })
  const { results, failures, error } = order.length === 0 ? nothingDone : await carryOut()
  const entries = plan.entries.map((entry) => {
    const result = results.find(({ slug }) => slug === entry.slug)
    const assignments = assignmentEnds(entry, options.map, result)
    return { ...entry, assignments, ...outcomeOf(entry, result) }
  })
  const missing = plan.missing.map((slug) => ({ slug, outcome: 'failed', code: 'not-on-instance' }) as const)
  const value = { from, to, entries: [...entries, ...missing], failures, ...(error && { error }) }
  context.output.result(value, () => {
    const absent = missing.map((each) => ({ ...each, name: each.slug, message: `Is not on ${from}.` }))
    return [
      ...failuresText(failures, from),
      resultsText([...entries, ...absent]),
      ...assignmentsText(entries),
    ].join('\n')
  })
  endCarried(context, [...entries, ...missing.map((each) => ({ ...each, message: '' }))], error)

  async function carryOut(): Promise<Carried> {
    const overrideFailures = options.force ?? false
    const { jobId } = await studio.sync.promote({ from, to, entries: order, overrideFailures, confirmation })
    void context.process.interrupted().then(() => studio.jobs.cancel(jobId))
    return withResults(await studio.sync.finish(jobId))
  }
}

/** The entries of a plan with what would be done, which is nothing done yet. */
function planned({ entries }: PromotionPlan, answers: TargetAnswers) {
  return entries.map((entry) => {
    const assignments = assignmentEnds(entry, answers, 'planned')
    const { outcome, code, message } = wouldBe(entry, answers)
    return { ...entry, assignments, outcome, code, message }
  })
}

function wouldBe(entry: PromotionEntry, answers: TargetAnswers): Ending {
  const isOrdered = orderOf(entry, answers).length > 0
  if (isOrdered && !isEqual(entry)) return skipped('planned', 'Would be written.')
  if (isOrdered && assignmentsToChange(entry, answers).length > 0)
    return skipped('planned', 'Would be assigned.')
  return outcomeOf(entry, undefined)
}

function tellPlan(context: CommandContext, plan: PromotionPlan, answers: TargetAnswers): void {
  const { from, to, entries, missing } = plan
  const ends = planned(plan, answers)
  const absent = missing.map((slug) => ({ slug, outcome: 'failed', code: 'not-on-instance' }) as const)
  context.output.result({ from, to, entries: [...ends, ...absent], failures: [] }, () =>
    [
      ...entries
        .filter((entry) => !isEqual(entry) && entry.target.kind !== 'question')
        .map(({ slug, from: source, to: target }) =>
          patchText({ label: `${to}/${slug}`, state: target }, { label: `${from}/${slug}`, state: source }),
        ),
      promotionText(entries),
      ...assignmentsText(ends),
      ...missing.map((slug) => `${slug} is not on ${from}.`),
    ].join('\n'),
  )
  if (missing.length > 0) context.end(exitCode.failed)
  else if (ends.some(({ code }) => code === 'question' || code === 'type-differs'))
    context.end(exitCode.conflicts)
}

function isEqual({ to, fields }: PromotionEntry): boolean {
  return to !== null && fields.length === 0
}

type Carried = Pick<SyncReport, 'results' | 'failures' | 'error'>

const nothingDone: Carried = { results: [], failures: [], error: null }

type Ending = Pick<SyncResult, 'outcome' | 'code' | 'message'>

function outcomeOf({ slug, target }: PromotionEntry, result: SyncResult | undefined): Ending {
  if (result) return { outcome: result.outcome, code: result.code, message: result.message }
  if (target.kind === 'type-differs')
    return skipped('type-differs', `Its id there belongs to a lambda of the type ${target.type}.`)
  if (target.kind !== 'question') return skipped('in-step', 'In step.')
  const ids = target.candidates.map(({ id, name }) => `${slug}=${id} (${name})`).join(', ')
  return skipped('question', `Which lambda there is the same one? Answer with --map ${slug}=new, or ${ids}.`)
}

function skipped(code: string, message: string): Ending {
  return { outcome: 'skipped', code, message }
}

function mapping(text: string, before: TargetAnswers): TargetAnswers {
  const [, slug, id] = /^([^=]+)=(new|[0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (slug === undefined || id === undefined) throw new InvalidArgumentError('It takes slug=id or slug=new.')
  return new Map([...before, [slug, id.toLowerCase()]])
}
