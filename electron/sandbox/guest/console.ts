import type { ConsoleEntry } from '../../contract/models/run.ts'
import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'

/** Gives the guest FusionAuth's console: four documented methods that take one argument. */
export function installConsole(p: Primordials, record: GuestRecord, debug: boolean, sizeLimit: number): void {
  const entryLimit = 1000
  let left = sizeLimit
  let capped = false

  const toText = (value: unknown, line: number): string => {
    if (typeof value === 'object' && value !== null) {
      record.note('console-object', '', '', line)
    }
    try {
      return p.toText(value)
    } catch {
      return '[value that cannot be printed]'
    }
  }

  const write = (level: ConsoleEntry['level'], text: string, line: number): void => {
    capped = text.length > left || record.console.length >= entryLimit
    if (record.console.length < entryLimit)
      p.push(record.console, { level, text: p.slice(text, 0, left), line })
    left -= text.length
    if (!capped) return
    record.noteCap('console-capped', `${entryLimit}`, `${sizeLimit}`, '', line)
  }

  const method = (level: ConsoleEntry['level']) => (args: readonly unknown[]) => {
    if (capped || (level === 'debug' && !debug)) return
    const line = record.currentLine()
    if (args.length !== 1) {
      record.note('console-arguments', '', '', line)
    }
    write(level, args.length === 0 ? '' : toText(args[0], line), line)
  }

  const info = method('info')
  const debugging = method('debug')
  const error = method('error')
  p.hide(p.globals, 'console', {
    info: (...args: unknown[]) => info(args),
    log: (...args: unknown[]) => info(args),
    debug: (...args: unknown[]) => debugging(args),
    error: (...args: unknown[]) => error(args),
    warn: (...args: unknown[]) => {
      record.note('console-warn', '', '', record.currentLine())
      info(args)
    },
  })
}
