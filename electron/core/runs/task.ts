import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { RunRequest } from '../../contract/models/run.ts'
import type { GuestFetchRule, GuestSettings, SandboxTask } from '../../contract/models/sandbox.ts'
import { StudioError } from '../../contract/errors.ts'
import { reachOfOnce } from './reach.ts'
import { usualRunLimits } from './run-limits.ts'
import { depthLimit, isTooDeep, type JsonObject } from '../../contract/json.ts'
import { say } from '../../contract/words.ts'

type FetchRule = NonNullable<RunRequest['fetch']>[number]

/** In characters. What a lambda may leave is more than it may get, so that no cap shows as a change. */
const inputLimit = 4 * 1024 * 1024
const inputValueLimit = 200_000
const outputLimit = 8 * 1024 * 1024
const consoleLimit = 256 * 1024
const bodyLimit = 1024 * 1024

/**
 * Turns a request into what the sandbox process is sent.
 * @throws StudioError `input-too-large`, `input-too-deep`, `body-too-large`
 */
export function taskOf(
  request: RunRequest,
  type: LambdaTypeInfo,
  ecmaVersion: number,
  limits = usualRunLimits,
): SandboxTask {
  assertBody(request.body)
  const settings = settingsOf(request, ecmaVersion)
  const parameters = parametersOf(type, request.input)
  return {
    body: request.body,
    functionNames: type.functionNames,
    parameters,
    input: request.input,
    inputs: inputsOf(request, parameters),
    readsReturn: type.returnValue === 'used',
    settings,
    reach: reachOfOnce(request.body, settings.ecmaVersion),
    timeMs: request.limits?.timeMs ?? limits.timeMs,
    memoryMb: request.limits?.memoryMb ?? limits.memoryMb,
    coverage: request.coverage ?? false,
    fresh: false,
    inlineAfter: null,
  }
}

/** The names of the arguments by position; a type that is not known gets those of the input. */
export function parametersOf(type: LambdaTypeInfo, input: JsonObject): readonly string[] {
  return type.known ? type.parameters.map(({ name }) => name) : Object.keys(input)
}

function assertBody(body: string): void {
  if (body.length <= bodyLimit) return
  throw new StudioError({
    code: 'body-too-large',
    message: say`The body has ${body.length} characters; a run takes up to ${bodyLimit}.`,
    hint: 'Take data out of the body: a lambda is compiled in the path of a login.',
  })
}

function inputsOf({ input }: RunRequest, parameters: readonly string[]): readonly string[] {
  if (isTooDeep(input)) {
    throw new StudioError({
      code: 'input-too-deep',
      message: `The input is nested deeper than ${depthLimit} levels; a run takes no more.`,
      hint: 'No object of FusionAuth is nested as deep. Leave out what the lambda does not read.',
    })
  }
  const texts = parameters.map((name) => (Object.hasOwn(input, name) ? JSON.stringify(input[name]) : ''))
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  // A value takes two characters at the least.
  if (length <= 2 * inputValueLimit) return texts
  if (length <= inputLimit && countValues(input) <= inputValueLimit) return texts
  throw new StudioError({
    code: 'input-too-large',
    message: say`The input has ${length} characters of JSON and ${countValues(input)} values; a run takes up to ${inputLimit} and ${inputValueLimit}.`,
    hint: 'Leave out what the lambda does not read.',
  })
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((count, each) => count + countValues(each), 1)
}

function settingsOf(request: RunRequest, ecmaVersion: number): GuestSettings {
  const isNashorn = request.engineType === 'Nashorn'
  return {
    ecmaVersion: isNashorn ? 5 : ecmaVersion,
    hasFetch: !isNashorn,
    debug: request.debug ?? false,
    fetchRules: (request.fetch ?? []).map(ruleOf),
    secrets: request.secrets ?? {},
    clock: request.clock === undefined ? null : Date.parse(request.clock),
    seed: request.seed ?? null,
    outputLimit,
    consoleLimit,
  }
}

/** A lambda always gets the body of an answer as a string. */
function ruleOf(rule: FetchRule): GuestFetchRule {
  const { method = 'GET', url, status = 200, headers = {}, body = '', error = '' } = rule
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: method.toUpperCase(), url, status, headers: Object.entries(headers), body: text, error }
}
