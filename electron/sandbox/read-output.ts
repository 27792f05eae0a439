import type { GuestNote, SandboxResult } from '../contract/models/sandbox.ts'
import type { ConsoleEntry, FetchEntry, RunError } from '../contract/models/run.ts'
import type { JsonObject } from '../contract/json.ts'

type Output = Pick<SandboxResult, 'arguments' | 'console' | 'fetches' | 'notes' | 'error'>

const nothing: Output = { arguments: null, console: [], fetches: [], notes: [], error: null }

/**
 * Reads what the guest's runtime wrote. Its text is made by the runtime's own writer, so the shapes are believed;
 * the values are the lambda's.
 */
export function readOutput(text: string | null): Output {
  if (text === null) return nothing
  const parsed = JSON.parse(text) as Partial<Output>
  return {
    arguments: parsed.arguments ?? null,
    console: parsed.console ?? [],
    fetches: parsed.fetches ?? [],
    notes: parsed.notes ?? [],
    error: parsed.error ?? null,
  }
}
