import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { JsonObject } from '../../contract/json.ts'
import { caseFile, type CaseFile } from '../../contract/models/case.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { fetchRule, runInput, type RunRequest } from '../../contract/models/run.ts'
import { parseJson } from '../../core/files/parse-json.ts'
import { readText } from '../../core/files/read-text.ts'
import { nameFault } from '../../contract/models/slug.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseType } from '../choose-type.ts'
import { findLambda, isFile, type LambdaOnDisk } from '../lambda-file.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'
import { reportText } from '../report-text.ts'
import { tellProblems } from '../workspace-problems.ts'

interface RunOptions extends WorkspaceOption {
  readonly type?: string
  readonly input?: string
  readonly case?: string
  readonly secrets?: string
  readonly fetch?: string
  readonly timeout?: number
  readonly memory?: number
  readonly debug?: boolean
  readonly force?: boolean
}

/** `run`: one lambda, one input, one report. */
export function runCommand(context: CommandContext): Command {
  const command = new Command('run')
    .description('Run one lambda on one input and print the report.')
    .argument('<lambda>', 'the file with the body, or a lambda of the workspace by the name of its folder')
    .option('--type <type>', 'the lambda type, such as JWTPopulate')
    .option('--input <file>', 'a JSON object keyed by parameter name; - reads standard input')
    .option('--case <file>', 'a case: input, fetch rules, secrets, clock, seed')
    .option('--secrets <file>', 'a JSON object of test secrets by name')
    .option('--fetch <file>', 'a JSON array of rules that answer fetch')
    .option('--timeout <ms>', 'time the run may take', wholeNumber(1, 60_000))
    .option('--memory <mb>', 'memory the run may use', wholeNumber(8, 1024))
    .option('--debug', 'show console.debug, as with the debug field of the lambda')
    .option('--force', 'run although the checks found an error')
  return withWorkspace(command).action((file: string, options: RunOptions) => run(context, file, options))
}

async function run(context: CommandContext, named: string, options: RunOptions): Promise<void> {
  const lambda = await findLambda(named, options.workspace)
  const { file, settings, problems } = lambda
  if (tellProblems(context.output, problems)) context.end(exitCode.usage)
  // The type of a lambda.json is no slip: one of a newer server is run by generic rules.
  const isTypeSure = options.type === undefined && settings !== null
  const asked = options.type ?? settings?.type
  const studio = await context.studio()
  const type = chooseType(await studio.types.list(), asked, isTypeSure || (options.force ?? false))
  const request = await requestOf(context, { lambda, type, options })
  const report = await studio.runs.run(request)
  context.output.result(report, () => reportText(report, file))
  if (report.outcome !== 'completed') context.end(exitCode.failed)
}

interface Chosen {
  readonly lambda: LambdaOnDisk
  readonly type: LambdaTypeInfo | string
  readonly options: RunOptions
}

async function requestOf(context: CommandContext, { lambda, type, options }: Chosen): Promise<RunRequest> {
  const fromCase = options.case === undefined ? null : await readCase(lambda.file, options.case)
  const { fetch = fromCase?.fetch, secrets = fromCase?.secrets } = await readFiles(options)
  return {
    type: typeof type === 'string' ? type : type.type,
    body: lambda.body,
    ...(lambda.settings && { engineType: lambda.settings.engineType }),
    ...(lambda.ecmaVersion !== undefined && { ecmaVersion: lambda.ecmaVersion }),
    input: await readInput(context, type, options, fromCase),
    ...(fetch && { fetch }),
    ...(secrets && { secrets }),
    ...(fromCase?.clock !== undefined && { clock: fromCase.clock }),
    ...(fromCase?.seed !== undefined && { seed: fromCase.seed }),
    limits: { timeMs: options.timeout, memoryMb: options.memory },
    debug: options.debug ?? fromCase?.debug ?? lambda.settings?.debug ?? false,
    force: options.force ?? false,
  }
}

/** A case by its path, or by its name among the cases beside the lambda. */
async function readCase(lambda: string, named: string): Promise<CaseFile> {
  const beside = join(dirname(lambda), 'cases', `${named}.json`)
  const isBeside = nameFault(named) === null && !(await isFile(named)) && (await isFile(beside))
  return readJson(isBeside ? beside : named, caseFile)
}

async function readFiles({ fetch, secrets }: RunOptions) {
  return {
    ...(fetch !== undefined && { fetch: await readJson(fetch, z.array(fetchRule)) }),
    ...(secrets !== undefined && { secrets: await readJson(secrets, z.record(z.string(), z.string())) }),
  }
}

async function readInput(
  context: CommandContext,
  type: LambdaTypeInfo | string,
  options: RunOptions,
  fromCase: CaseFile | null,
): Promise<JsonObject> {
  if (options.input === '-') return parseJson(await context.process.readStdin(), 'Standard input', runInput)
  if (options.input !== undefined) return readJson(options.input, runInput)
  if (fromCase) return fromCase.input
  const sample = typeof type === 'string' ? undefined : type.samples[0]
  if (!sample) throw inputMissing
  context.output.tell(`No input given: running on the sample "${sample.name}".`)
  return sample.input
}

const inputMissing = new StudioError({
  code: 'wrong-usage',
  message: 'A type that is not known has no sample to run on.',
  hint: 'Give an input with --input <file>.',
})

async function readJson<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  return parseJson(await readText(file), file, shape)
}
