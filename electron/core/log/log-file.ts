import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { redact } from './redact.ts'

export type LogLevel = 'info' | 'warning' | 'error'

/** Takes one line; the facts follow it as `name=value`. */
export type WriteLog = (
  level: LogLevel,
  event: string,
  facts?: Readonly<Record<string, string | number>>,
) => void

/** In bytes; a file that has grown beyond it makes way for a new one. */
const fullAt = 512 * 1024
/** Files beside the one that is written. */
const kept = 2

/** A small log in a folder of its own. A log that cannot be written is no reason to stop: the line is lost. */
export function openLog(folder: string): WriteLog {
  const path = (count: number): string => join(folder, count === 0 ? 'studio.log' : `studio.${count}.log`)
  return (level, event, facts = {}) => {
    const words = Object.entries(facts).map(([name, value]) => ` ${name}=${onOneLine(String(value))}`)
    const line = `${new Date().toISOString()} ${level} ${event}${redact(words.join(''))}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path(0)) > fullAt) makeRoom(path)
      appendFileSync(path(0), line, { mode: 0o600 })
    } catch {
      // Nowhere is left to say so.
    }
  }
}

function makeRoom(path: (count: number) => string): void {
  for (let count = kept; count > 0; count--)
    if (sizeOf(path(count - 1)) > 0) renameSync(path(count - 1), path(count))
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

const longestFact = 2000

/** Cut between words: half a key would not look like one. */
function onOneLine(text: string): string {
  const line = text.slice(0, 2 * longestFact).replace(/[\s\p{Cc}]+/gu, ' ')
  const isWhole = text.length <= 2 * longestFact && line.length <= longestFact
  return isWhole ? line : `${line.slice(0, longestFact).replace(/[^ ]*$/, '')}…`
}
