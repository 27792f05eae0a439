import type { Lambda } from '../features/lambdas/lambda.ts'
import { parseInput } from '../features/inputs/parse-input.ts'
import type { RunRequest } from '../../electron/contract/models/run.ts'

/** What to send for a lambda as it stands; undefined where its input is not one. */
export function requestFor({ type, body, input }: Lambda, force: boolean): RunRequest | undefined {
  const parsed = parseInput(input)
  return parsed.ok ? { type, body, input: parsed.input, force } : undefined
}

/** Whether a lambda was edited since a request was made from it. */
export function editedSince({ type, body, input }: Lambda, request: RunRequest): boolean {
  if (request.body !== body || request.type !== type) return true
  const parsed = parseInput(input)
  return !parsed.ok || JSON.stringify(parsed.input) !== JSON.stringify(request.input)
}

/** Address of the model of a lambda's body. */
export const bodyAddress = (id: string): string => `file:///lambdas/${id}/lambda.js`

/** Address of the model of a lambda's input. */
export const inputAddress = (id: string): string => `file:///lambdas/${id}/input.json`
