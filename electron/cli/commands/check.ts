import { Command } from 'commander'
import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import colors from 'picocolors'
import { StudioError } from '../../contract/errors.ts'
import type { Problem } from '../../contract/models/problem.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { readFoundText } from '../../core/files/read-text.ts'
import { findWorkspace } from '../../core/workspace/find-workspace.ts'
import { bodyPlace } from '../../core/workspace/layout.ts'
import { listLambdas } from '../../core/workspace/list-lambdas.ts'
import { readWorkspaceInfo } from '../../core/workspace/studio-file.ts'
import { nameOf, WorkspaceFiles } from '../../core/workspace/workspace-files.ts'
import { chooseType } from '../choose-type.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { findLambda, readLambdaFile, type LambdaOnDisk } from '../lambda-file.ts'
import { problemLine } from '../report-text.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'
import { tellProblems } from '../workspace-problems.ts'

interface CheckOptions extends WorkspaceOption {
  readonly type?: string
}

/** A body to check, as the user named it, or as it was found below a folder. */
interface BodyPlace {
  readonly path: string
  readonly isNamed: boolean
}

interface CheckedFile {
  readonly file: string
  readonly problems: readonly Problem[]
}

/** `check`: what the checks find, without running anything. */
export function checkCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('check')
      .description('Check bodies without running them: files, lambdas by name, folders with a workspace.')
      .argument('[paths...]', 'what to check; the whole workspace where left out')
      .option('--type <type>', 'the lambda type of files that have no lambda.json beside them'),
  ).action((paths: string[], options: CheckOptions) => check(context, paths, options))
}

async function check(
  context: CommandContext,
  paths: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const { workspace = '.' } = options
  const tell = teller(context)
  const named = await Promise.all(
    (paths.length > 0 ? paths : [workspace]).map((path) => bodiesAt(tell, path)),
  )
  const checked: CheckedFile[] = []
  for (const body of named.flat()) checked.push(...(await checkFile({ context, tell }, body, options)))
  context.output.result(checked, () => checkedText(checked))
  if (checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'))) {
    context.end(exitCode.failed)
  }
}

type Tell = (problems: readonly WorkspaceProblem[]) => void

/** Tells of each file of the workspace what is wrong with it, once. */
function teller(context: CommandContext): Tell {
  const told = new Set<string>()
  return (problems) => {
    const news = problems.filter(({ message }) => !told.has(message))
    for (const { message } of news) told.add(message)
    if (tellProblems(context.output, news)) context.end(exitCode.usage)
  }
}

/** The bodies below a folder, or the file or slug itself. */
async function bodiesAt(tell: Tell, path: string): Promise<readonly BodyPlace[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return [{ path, isNamed: true }]
  const own = join(path, 'lambda.js')
  if (await stat(own).catch(() => null)) return [{ path: own, isNamed: false }]
  const folder = await findWorkspace(path)
  const files = new WorkspaceFiles(folder)
  const { problems: ofStudioFile } = readWorkspaceInfo(files)
  const { lambdas, problems } = await listLambdas(files)
  tell([...ofStudioFile, ...problems])
  const missing = new Set(problems.map(({ file }) => file))
  return lambdas
    .filter(({ slug }) => !missing.has(nameOf(bodyPlace(slug))))
    .map(({ slug }) => ({ path: relative('.', files.pathOf(bodyPlace(slug))), isNamed: false }))
}

/** The body with its problems; nothing where it was found rather than named and cannot be read, which is told. */
async function checkFile(
  { context, tell }: { readonly context: CommandContext; readonly tell: Tell },
  { path, isNamed }: BodyPlace,
  options: CheckOptions,
): Promise<readonly CheckedFile[]> {
  if (isNamed)
    return [await checkLambda({ context, tell }, await findLambda(path, options.workspace), options)]
  try {
    const lambda = await readLambdaFile(path, readFoundText)
    return [await checkLambda({ context, tell }, lambda, options)]
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'unreadable-file') throw thrown
    const { code, message, hint } = thrown
    tell([{ code, message, hint, severity: 'error', file: path }])
    return []
  }
}

async function checkLambda(
  { context, tell }: { readonly context: CommandContext; readonly tell: Tell },
  { file, body, settings, ecmaVersion, problems: ofWorkspace }: LambdaOnDisk,
  options: CheckOptions,
): Promise<CheckedFile> {
  tell(ofWorkspace)
  const studio = await context.studio()
  // A type of a newer server is checked by generic rules, as a run of it is.
  const asked = options.type ?? settings?.type
  const type = chooseType(await studio.types.list(), asked, options.type === undefined)
  const problems = await studio.checks.check({
    type: typeof type === 'string' ? type : type.type,
    body,
    ...(settings && { engineType: settings.engineType }),
    ...(ecmaVersion !== undefined && { ecmaVersion }),
  })
  return { file, problems }
}

function checkedText(checked: readonly CheckedFile[]): string {
  const lines = checked.flatMap(({ file, problems }) => problems.map((problem) => problemLine(problem, file)))
  const bodies = checked.length === 1 ? '1 body' : `${checked.length} bodies`
  const found =
    lines.length === 0 ? 'no problems' : lines.length === 1 ? '1 problem' : `${lines.length} problems`
  return [...lines, colors.dim(`${bodies} checked, ${found}.`)].join('\n')
}
