import { Command } from 'commander'
import colors from 'picocolors'
import type { StudioApi } from '../../contract/api.ts'
import type { FoundLambda, ImportOutcome, LambdaToImport } from '../../contract/models/exchange.ts'
import { chooseType } from '../choose-type.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { readFilesToImport } from '../files-to-import.ts'
import { chooseInstance } from '../instance-option.ts'
import { openOrCreate } from '../open-or-create.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

interface ImportOptions extends WorkspaceOption {
  readonly type?: string
  readonly instance?: string
}

/** `import`: lambdas out of files of other programs. */
export function importCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('import')
      .description(
        'Create lambdas from .js files, Kickstart files, JSON files of FusionAuth, or Terraform files.',
      )
      .argument('<paths...>', 'files, and folders to search for them')
      .option('--type <type>', 'the lambda type of bodies that do not tell theirs')
      .option(
        '--instance <id>',
        'the instance that the ids in the files belong to; without it they are left out',
      ),
  ).action((paths: string[], options: ImportOptions) => importFiles(context, paths, options))
}

async function importFiles(
  context: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const studio = await context.studio()
  const type = await typeFor(studio, options.type)
  const { files, problems: unread } = await readFilesToImport(paths)
  const { found, problems: unused } = await studio.workspace.planImport(files)
  const typed = found.map((lambda) => ({ ...lambda, type: lambda.type ?? type }))
  const outcomes = await importAll(context, typed, options)
  const problems = [...unread, ...unused]
  context.output.result({ entries: outcomes.map(entryOf), problems }, () => outcomesText(outcomes))
  for (const { message, hint } of problems) {
    context.output.tell(`${colors.yellow('left out')} ${message}\n    ${colors.dim(hint)}`)
  }
  if (problems.length > 0 || outcomes.some(({ kind }) => kind === 'failed')) context.end(exitCode.usage)
}

/** @throws StudioError `unknown-lambda-type` */
async function typeFor(studio: StudioApi, named: string | undefined): Promise<string | null> {
  if (named === undefined) return null
  const chosen = chooseType(await studio.types.list(), named, false)
  return typeof chosen === 'string' ? chosen : chosen.type
}

/** Creates what has a type; every lambda that was found has one outcome, in the order of the files. */
async function importAll(
  context: CommandContext,
  found: readonly FoundLambda[],
  options: ImportOptions,
): Promise<readonly ImportOutcome[]> {
  const ready = found.filter((lambda): lambda is LambdaToImport => lambda.type !== null)
  const outcomes = ready.length === 0 ? [] : await importReady(context, ready, options)
  const rest = outcomes.values()
  return found.map((lambda) => (lambda.type === null ? null : rest.next().value) ?? typeUnknown(lambda))
}

/** Where an instance is named, there has to be a workspace that has it. @throws StudioError `unknown-instance` */
async function importReady(
  context: CommandContext,
  lambdas: readonly LambdaToImport[],
  { workspace, instance }: ImportOptions,
): Promise<readonly ImportOutcome[]> {
  if (instance === undefined) {
    return (await openOrCreate(context, workspace)).workspace.importLambdas(lambdas, null)
  }
  const studio = await context.workspace(workspace)
  const { id } = chooseInstance(await studio.instances.list(), instance)
  return studio.workspace.importLambdas(lambdas, id)
}

function typeUnknown({ file, name }: Pick<FoundLambda, 'file' | 'name'>): ImportOutcome {
  const message = 'Its lambda type is not told; give it with --type.'
  return { kind: 'failed', file, name, code: 'type-unknown', message }
}

function entryOf(outcome: ImportOutcome): object {
  const { kind, file, name } = outcome
  const end =
    outcome.kind === 'done'
      ? { slug: outcome.slug, code: null }
      : { slug: null, code: outcome.code, message: outcome.message }
  return { file, name, outcome: kind, ...end }
}

function outcomesText(outcomes: readonly ImportOutcome[]): string {
  const lines = outcomes.map((outcome) =>
    outcome.kind === 'done'
      ? `${colors.green('created')} lambdas/${outcome.slug}  ${colors.dim(outcome.file)}`
      : `${colors.red('failed')}  ${outcome.name}: ${outcome.message}  ${colors.dim(outcome.file)}`,
  )
  return lines.length === 0 ? 'No lambda was found.' : lines.join('\n')
}
