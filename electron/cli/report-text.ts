import colors from 'picocolors'
import type { JsonValue } from '../contract/json.ts'
import type { Problem } from '../contract/models/problem.ts'
import type { RunOutcome, RunReport, ValueChange } from '../contract/models/run.ts'

/** A report for people. */
export function reportText(report: RunReport, file: string): string {
  return [
    headline(report),
    report.consequence.message,
    ...section('Error', errorLines(report, file)),
    ...section('Changed', report.changes.map(changeLine)),
    ...section(
      'Dropped by FusionAuth',
      report.dropped.map(({ path, message }) => `${colors.yellow(path)}  ${message}`),
    ),
    ...section(
      'Console',
      report.console.map(
        ({ level, text, line }) => `${colors.dim(`${level}${line ? `:${line}` : ''}`)}  ${text}`,
      ),
    ),
    ...section(
      'Requests',
      report.fetches.map(({ method, url, status, error }) => `${method} ${url}  ${status ?? error ?? ''}`),
    ),
    ...section(
      'Problems',
      report.problems.map((problem) => problemLine(problem, file)),
    ),
  ].join('\n')
}

function headline({ outcome, durationMs }: RunReport): string {
  const paint: (text: string) => string = outcome === 'completed' ? colors.green : colors.red
  return `${colors.bold(paint(outcomeWords[outcome]))} ${colors.dim(`${durationMs.toFixed(1)} ms`)}`
}

const outcomeWords: Readonly<Record<RunOutcome, string>> = {
  completed: 'Completed',
  threw: 'Threw',
  'timed-out': 'Timed out',
  'out-of-memory': 'Out of memory',
  crashed: 'Crashed',
  refused: 'Refused',
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', colors.bold(title), ...lines.map((line) => `  ${line}`)]
}

function errorLines({ error }: RunReport, file: string): string[] {
  if (!error) return []
  const place = error.line === null ? file : `${file}:${error.line}:${error.column ?? 1}`
  return [colors.red(`${error.name}: ${error.message}`), colors.dim(place)]
}

function changeLine({ path, kind, before, after }: ValueChange): string {
  switch (kind) {
    case 'added':
      return `${colors.green('+')} ${path}  ${short(after)}`
    case 'removed':
      return `${colors.red('-')} ${path}  ${short(before)}`
    case 'changed':
      return `${colors.yellow('~')} ${path}  ${short(before)} → ${short(after)}`
  }
}

function short(value: JsonValue | undefined): string {
  const text = JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** One problem, its place in the form that terminals make a link of. */
export function problemLine(
  { severity, code, message, line, column, hint, path }: Problem,
  file: string,
): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[severity]
  const place = path ?? `${file}:${line}:${column}`
  return `${paint(severity)} ${place}  ${message} ${colors.dim(code)}${hint ? `\n    ${colors.dim(hint)}` : ''}`
}
