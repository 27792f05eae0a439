import type { JsonValue } from '../../../electron/contract/json.ts'
import { localeTag } from '../../messages/locale.ts'

const lineWidth = 48

/** A JSON value for a table cell: on one line where it is short, indented where it is not. */
export function formatValue(value: JsonValue): string {
  const line = JSON.stringify(value)
  return line.length <= lineWidth || typeof value !== 'object' ? line : JSON.stringify(value, null, 2)
}

/** A duration in milliseconds for people: at most two digits behind the point. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${round(milliseconds / 1000)} s`
  return `${round(milliseconds)} ms`
}

/** A size in bytes for people. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes >= 1024 * 1024 ? `${round(bytes / 1024 / 1024)} MB` : `${round(bytes / 1024)} kB`
}

const rounded = new Intl.NumberFormat(localeTag, { maximumSignificantDigits: 3 })
const round = (value: number): string => rounded.format(value)
