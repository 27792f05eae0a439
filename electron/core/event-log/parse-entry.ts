import type { EventLevel, EventLogRun } from '../../contract/models/event-log.ts'

/** An entry of FusionAuth's event log. */
export interface EventLogEntry {
  readonly id: number
  /** Epoch milliseconds. */
  readonly insertInstant: number
  readonly message: string
  readonly type: EventLevel
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Reads an entry as what one run left: a heading, then `Id:` and `Name:` of the lambda, then its lines, with blank
 * lines between (seen in public issues, not documented). An entry of any other form keeps all its lines.
 */
export function parseEntry({ id, insertInstant, message, type }: EventLogEntry): EventLogRun {
  const [heading = '', ...rest] = message.replaceAll('\r\n', '\n').trim().split('\n')
  const [fields, lines] = splitFields(rest)
  return {
    entry: id,
    at: new Date(insertInstant).toISOString(),
    level: type,
    heading: heading.trim(),
    lambdaId: (uuid.exec(fields.get('id') ?? heading)?.[0] ?? '').toLowerCase() || null,
    lambdaName: fields.get('name') ?? null,
    lines,
  }
}

/** Takes `Id:` and `Name:` off the start of the lines, and the blank lines around them. */
function splitFields(lines: readonly string[]): readonly [ReadonlyMap<string, string>, readonly string[]] {
  const fields = new Map<string, string>()
  const isHead = (line: string): boolean => {
    const [, name, value] = /^\s*(Id|Name):\s*(.*?)\s*$/i.exec(line) ?? []
    if (name === undefined || value === undefined || fields.has(name.toLowerCase())) return line.trim() === ''
    fields.set(name.toLowerCase(), value)
    return true
  }
  const start = lines.findIndex((line) => !isHead(line))
  return [fields, start === -1 ? [] : lines.slice(start)]
}
