import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { RunRequest } from '../../contract/models/run.ts'
import type { GuestFetchRule, GuestSettings, SandboxTask } from '../../contract/models/sandbox.ts'
import { StudioError } from '../../contract/errors.ts'

type FetchRule = NonNullable<RunRequest['fetch']>[number]

/** The studio's own limits; FusionAuth documents none. */
const defaults = { timeMs: 1000, memoryMb: 64 }
const inputLimit = 8 * 1024 * 1024
const outputLimit = 4 * 1024 * 1024
const consoleLimit = 256 * 1024

/**
 * Turns a request into what the sandbox process is sent.
 * @throws StudioError `input-too-large`
 */
export function taskOf(request: RunRequest, type: LambdaTypeInfo, ecmaVersion: number): SandboxTask {
  return {
    body: request.body,
    functionNames: type.functionNames,
    parameters: type.known ? type.parameters.map(({ name }) => name) : Object.keys(request.input),
    inputJson: inputJsonOf(request),
    settings: settingsOf(request, ecmaVersion),
    timeMs: request.limits?.timeMs ?? defaults.timeMs,
    memoryMb: request.limits?.memoryMb ?? defaults.memoryMb,
    coverage: request.coverage ?? false,
    fresh: false,
  }
}

function inputJsonOf({ input }: RunRequest): string {
  const text = JSON.stringify(input)
  if (text.length <= inputLimit) return text
  throw new StudioError({
    code: 'input-too-large',
    message: `The input has ${text.length} characters of JSON; a run takes up to ${inputLimit}.`,
    hint: 'Leave out what the lambda does not read.',
  })
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
