import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import colors from 'picocolors'
import { StudioError } from '../../contract/errors.ts'
import type { MemberRunPage, MemberRunRow } from '../../contract/models/directory-run.ts'
import { fileFailure } from '../../core/workspace/file-failure.ts'
import { wholeNumber } from '../arguments.ts'
import { chooseType } from '../choose-type.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { ProgressLine } from '../progress-line.ts'
import { findLambda } from '../lambda-file.ts'
import { findApplicationId } from './find-application.ts'
import { findGroupId } from './find-group.ts'
import { readAll } from './read-all.ts'

interface RunOptions extends InstanceOption {
  readonly type?: string
  readonly application?: string
  readonly mask?: boolean
  readonly maskSeed: number
  readonly out?: string
}

/** `members run`: a lambda for every member of a group. */
export function runForMembers(context: CommandContext): Command {
  return withInstance(
    new Command('run')
      .description('Run a lambda for every member of a group and tell what it changes for each.')
      .argument('<group>', 'its id or whole name')
      .argument('<lambda>', 'the file with the body, or a lambda of the workspace by the name of its folder')
      .option('--type <type>', 'the lambda type, such as JWTPopulate')
      .option('--application <application>', 'the application that the members log in to, by id or name')
      .option('--mask', 'replace personal data, the same value always by the same')
      .option('--mask-seed <n>', 'another number masks otherwise', wholeNumber(0, 2 ** 31), 0)
      .option('--out <file>', 'write the rows to a file, as CSV where its name ends so, else as JSON'),
  ).action((group: string, lambda: string, options: RunOptions) => run(context, { group, lambda }, options))
}

interface Named {
  readonly group: string
  readonly lambda: string
}

async function run(context: CommandContext, { group, lambda }: Named, options: RunOptions): Promise<void> {
  const progress = new ProgressLine(context, 'members')
  const { studio, instance } = await openInstance(context, options, { emit: progress.emit })
  const { body, settings, ecmaVersion } = await findLambda(lambda, options.workspace)
  const asked = options.type ?? settings?.type
  const type = chooseType(await studio.types.list(), asked, options.type === undefined && settings !== null)
  const { application } = options
  const { jobId } = await studio.members.run({
    instance: instance.id,
    groupId: await findGroupId(studio, instance.id, group),
    applicationId:
      application === undefined ? null : await findApplicationId(studio, instance.id, application),
    run: {
      type: typeof type === 'string' ? type : type.type,
      body,
      ...(settings && { engineType: settings.engineType, debug: settings.debug }),
      ...(ecmaVersion !== undefined && { ecmaVersion }),
    },
    mask: options.mask ?? false,
    maskSeed: options.maskSeed,
  })
  void context.process.interrupted().then(() => {
    progress.cancel()
    return studio.jobs.cancel(jobId)
  })
  const end = await studio.members.finishRun(jobId)
  progress.clear()
  const { rows } = await readAll({ start: 0 }, (page) => studio.members.runRows(jobId, page))
  if (end.error) throw new StudioError(end.error)
  if (options.out !== undefined) {
    const format = /\.csv$/i.test(options.out) ? 'csv' : 'json'
    const { content } = await studio.members.exportRun(jobId, {}, format)
    await write(options.out, content)
  }
  const { state, outcomes, paths, problems } = end
  context.output.result({ state, rows, outcomes, paths, problems }, () => runText(rows, end))
  const isWhole = end.state === 'done' && rows.every(({ outcome }) => outcome === 'completed')
  if (!isWhole) context.end(exitCode.failed)
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (thrown) {
    throw fileFailure(thrown, 'written', path)
  }
}

function runText(rows: readonly MemberRunRow[], { outcomes, problems, state }: MemberRunPage): string {
  const lines = rows.slice(0, 50).map(({ userId, user, outcome, changes, error }) => {
    const what = error ? `${error.name}: ${error.message}` : changes.map(({ path }) => path).join(' ')
    return `${user?.name ?? userId}  ${outcome}  ${colors.dim(what)}`
  })
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`)
  return [
    ...problems.map(({ severity, line, message }) => `${severity} on line ${line}: ${message}`),
    ...lines,
    ...(rows.length > 50 ? [colors.dim(`and ${rows.length - 50} more; --json or --out tells all`)] : []),
    counts.length > 0 ? counts.join(', ') : 'The group has no members.',
    ...(state === 'cancelled' ? ['The job was cancelled.'] : []),
  ].join('\n')
}
