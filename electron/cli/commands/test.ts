import { Command, InvalidArgumentError } from 'commander'
import type { StudioApi } from '../../contract/api.ts'
import { StudioError, toErrorData } from '../../contract/errors.ts'
import { loadedGroup } from '../../contract/groups-on-demand.ts'
import type { CaseReport, TestRun, TestSelection } from '../../contract/models/test.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { leaveCores } from '../leave-cores.ts'
import { testText } from '../test-text.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'
import { tellProblems } from '../workspace-problems.ts'
import { writeReports, type ReportFiles } from '../write-reports.ts'

export interface TestOptions extends WorkspaceOption, ReportFiles {
  readonly bail?: boolean
  readonly watch?: boolean
  readonly shard?: NonNullable<TestSelection['shard']>
  readonly json?: boolean
}

/** `test`: all cases that have an expectation. */
export function testCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('test')
      .description('Run every case that has an expectation.')
      .argument('[slugs...]', 'only the cases of these lambdas')
      .option('--junit <file>', 'write a JUnit report')
      .option('--coverage <dir>', 'measure coverage; write lcov.info and coverage.txt there')
      .option('--watch', 'test again what is changed, until Ctrl+C')
      .option('--bail', 'stop at the first case that fails')
      .option('--shard <i/n>', 'only part i of n parts that together hold every case once', shard),
  ).action((slugs: string[], options: TestOptions) => test(context, slugs, options))
}

async function test(context: CommandContext, slugs: readonly string[], options: TestOptions): Promise<void> {
  if (!options.watch) {
    const [studio] = await Promise.all([
      context.workspace(options.workspace),
      // What runs cases is loaded while the workspace is opened.
      context.studio().then(({ tests }) => loadedGroup(tests)),
    ])
    // The test has begun by then, and with it Node has loaded what is needed.
    setImmediate(leaveCores)
    context.end(await testOnce(context, studio, { slugs, options }))
    return
  }
  if (options.json) throw watchPrintsText
  const { watchTests } = await import('../watch-tests.ts')
  await watchTests(context, slugs, options)
}

/** Tests once, prints what came of it, and gives the exit code for it. */
export async function testOnce(
  { output }: CommandContext,
  studio: StudioApi,
  { slugs, options }: { readonly slugs: readonly string[]; readonly options: TestOptions },
): Promise<ExitCode> {
  const { jobId } = await studio.tests.start(selectionOf(slugs, options))
  const run = await studio.tests.finish(jobId)
  if (run.error) throw new StudioError(run.error)
  const cases = await reportsOf(studio, run)
  const unwritten = await writeReports(run, cases, { options, studio }).then(
    () => undefined,
    (thrown: unknown) => toErrorData(thrown),
  )
  const { totals, durationMs, problems } = run
  // Under --json the failure is the one value that is printed; people see both.
  if (!unwritten || !options.json)
    output.result({ cases, totals, durationMs, problems }, () => testText(run, cases))
  if (unwritten) throw new StudioError(unwritten)
  const isIncomplete = tellProblems(output, problems)
  if (totals.failed > 0) return exitCode.failed
  return isIncomplete ? exitCode.usage : exitCode.good
}

function selectionOf(slugs: readonly string[], { bail, coverage, shard: part }: TestOptions): TestSelection {
  return {
    ...(slugs.length > 0 && { slugs: [...slugs] }),
    ...(bail && { bail }),
    ...(coverage !== undefined && { coverage: true }),
    ...(part && { shard: part }),
  }
}

/** What was run, with its reports; cases without an expectation only count. */
async function reportsOf(studio: StudioApi, { jobId, results }: TestRun): Promise<readonly CaseReport[]> {
  const run = results.filter(({ status }) => status !== 'skipped')
  const reports = await Promise.all(run.map((each) => studio.tests.report(jobId, each.lambda, each.case)))
  return reports.filter((report) => report !== null)
}

function shard(text: string): NonNullable<TestSelection['shard']> {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= count) return { index, count }
  throw new InvalidArgumentError('It takes a part and the number of parts, such as 1/4.')
}

const watchPrintsText = new StudioError({
  code: 'wrong-usage',
  message: '--watch and --json do not go together: --json prints one value, and a watch never ends.',
  hint: 'Leave one of them out.',
})
