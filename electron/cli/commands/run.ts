import { Command } from 'commander'
import { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { JsonObject } from '../../contract/json.ts'
import { caseFile, type CaseFile } from '../../contract/models/case.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { fetchRule, runInput, type RunRequest } from '../../contract/models/run.ts'
import { parseJson } from '../../core/files/parse-json.ts'
import { readText } from '../../core/files/read-text.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseType } from '../choose-type.ts'
import { reportText } from '../report-text.ts'

interface RunOptions {
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
  return new Command('run')
    .description('Run one lambda on one input and print the report.')
    .argument('<lambda.js>', 'the file with the body')
    .option('--type <type>', 'the lambda type, such as JWTPopulate')
    .option('--input <file>', 'a JSON object keyed by parameter name; - reads standard input')
    .option('--case <file>', 'a case file: input, fetch rules, secrets, clock, seed')
    .option('--secrets <file>', 'a JSON object of test secrets by name')
    .option('--fetch <file>', 'a JSON array of rules that answer fetch')
    .option('--timeout <ms>', 'time the run may take', wholeNumber(1, 60_000))
    .option('--memory <mb>', 'memory the run may use', wholeNumber(8, 1024))
    .option('--debug', 'show console.debug, as with the debug field of the lambda')
    .option('--force', 'run although the checks found an error')
    .option('--json', 'print the report as JSON')
    .action((file: string, options: RunOptions) => run(context, file, options))
}

async function run(context: CommandContext, file: string, options: RunOptions): Promise<void> {
  const body = await readText(file)
  const type = chooseType(await context.studio().types.list(), options.type, options.force ?? false)
  const request = await requestOf(context, { body, type, options })
  const report = await context.studio().runs.run(request)
  context.output.result(report, () => reportText(report, file))
  if (report.outcome !== 'completed') context.end(exitCode.failed)
}

interface Chosen {
  readonly body: string
  readonly type: LambdaTypeInfo | string
  readonly options: RunOptions
}

async function requestOf(context: CommandContext, { body, type, options }: Chosen): Promise<RunRequest> {
  const fromCase = options.case === undefined ? null : await readJson(options.case, caseFile)
  const { fetch = fromCase?.fetch, secrets = fromCase?.secrets } = await readFiles(options)
  return {
    type: typeof type === 'string' ? type : type.type,
    body,
    input: await readInput(context, type, options, fromCase),
    ...(fetch && { fetch }),
    ...(secrets && { secrets }),
    ...(fromCase?.clock !== undefined && { clock: fromCase.clock }),
    ...(fromCase?.seed !== undefined && { seed: fromCase.seed }),
    limits: { timeMs: options.timeout, memoryMb: options.memory },
    debug: options.debug ?? false,
    force: options.force ?? false,
  }
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
