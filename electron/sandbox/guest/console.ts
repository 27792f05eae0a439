import type { ConsoleEntry } from '../../contract/models/run.ts'
import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'

/** Gives the guest FusionAuth's console: four documented methods that take one argument. */
export function installConsole(p: Primordials, record: GuestRecord, debug: boolean, sizeLimit: number): void {
  let size = 0
  let capped = false

  const toText = (value: unknown, line: number | undefined): string => {
    if (typeof value === 'object' && value !== null) {
      record.note(
        'console-object',
        'How FusionAuth prints an object is not documented; use JSON.stringify.',
        { line },
      )
    }
    try {
      return p.toText(value)
    } catch {
      return '[value that cannot be printed]'
    }
  }

  const isFull = (text: string): boolean => {
    size += text.length
    const full = size > sizeLimit || record.console.length >= 1000
    if (full && !capped) {
      record.note(
        'console-capped',
        `The console is capped at 1000 entries and ${sizeLimit} characters; the rest is left out.`,
      )
    }
    capped ||= full
    return capped
  }

  const method = (level: ConsoleEntry['level']) => (args: readonly unknown[]) => {
    if (capped || (level === 'debug' && !debug)) return
    const line = record.currentLine()
    const text = toText(args[0], line)
    if (args.length > 1) {
      record.note(
        'console-arguments',
        'FusionAuth documents one argument; what becomes of others is not known.',
        { line },
      )
    }
    if (!isFull(text)) p.push(record.console, line === undefined ? { level, text } : { level, text, line })
  }

  const info = method('info')
  const debugging = method('debug')
  const error = method('error')
  p.put(p.globals, 'console', {
    info: (...args: unknown[]) => info(args),
    log: (...args: unknown[]) => info(args),
    debug: (...args: unknown[]) => debugging(args),
    error: (...args: unknown[]) => error(args),
    // Not in the documented list, but newest documented examples use it.
    warn: (...args: unknown[]) => info(args),
  })
}
