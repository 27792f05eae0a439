import type { RunError } from '../../contract/models/run.ts'
import type { ArgumentsText } from './arguments.ts'
import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'

/** What has been written already, as JSON text, and what the lambda threw. */
interface Written {
  /** Null where they are not known. */
  readonly args: ArgumentsText | null
  readonly returnedText: string
  readonly error: RunError | null
}

/**
 * Writes down what the runtime noticed, as the JSON text of a `GuestOutput`. The records are the runtime's own and
 * hold nothing but strings and numbers; they are written field by field, because a lambda may have put a `toJSON`
 * on a prototype.
 */
export function writeRecord(
  p: Primordials,
  record: GuestRecord,
  { args, returnedText, error }: Written,
): string {
  const scalar = (value: string | number | null): string =>
    typeof value === 'string' ? p.quote(value) : `${value}`

  const fields = (entry: object): string => {
    const keys = p.ownKeys(entry)
    let text = ''
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as string
      text += `${text && ','}${p.quote(key)}:${scalar((entry as Record<string, string | number>)[key]!)}`
    }
    return `{${text}}`
  }

  const list = (entries: readonly object[]): string => {
    let text = ''
    for (let at = 0; at < entries.length; at++) text += (text && ',') + fields(entries[at]!)
    return `[${text}]`
  }

  return (
    `{"arguments":${args ? args.written : 'null'},"unchanged":${args ? args.unchanged : '[]'}` +
    `,"returned":${returnedText},"error":${error ? fields(error) : 'null'}` +
    `,"console":${list(record.console)},"fetches":${list(record.fetches)},"notes":${list(record.notes)}}`
  )
}
