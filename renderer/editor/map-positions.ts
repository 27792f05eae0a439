import { toSource, toTyped, type Insertion } from './typed-source.ts'

interface Span {
  readonly start: number
  readonly length: number
}

/** Answers the insertion made into a file; undefined for one that is as the user wrote it. */
export type InsertionOf = (fileName: string) => Insertion | undefined

/** The arguments of a language service call, moved from the user's source to the typed one. */
export function mapArguments(args: readonly unknown[], insertion: Insertion): unknown[] {
  return args.map((value) => {
    if (typeof value === 'number') return toTyped(value, insertion)
    return isSpan(value) ? mapSpan(value, (offset) => toTyped(offset, insertion)) : value
  })
}

/**
 * The answer of a language service call, moved back to the user's source.
 * Every span in it belongs to the file that the nearest `fileName` around it names, else to `fileName`.
 */
export function mapAnswer(answer: unknown, fileName: string, insertionOf: InsertionOf): unknown {
  if (Array.isArray(answer)) return answer.map((entry) => mapAnswer(entry, fileName, insertionOf))
  if (!isPlainObject(answer)) return answer
  const file = fileOf(answer) ?? fileName
  const mapped = Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, mapEntry(key, value, file, insertionOf)]),
  )
  const insertion = insertionOf(file)
  return insertion && isSpan(mapped) ? mapSpan(mapped, (offset) => toSource(offset, insertion)) : mapped
}

function mapEntry(key: string, value: unknown, file: string, insertionOf: InsertionOf): unknown {
  const insertion = insertionOf(file)
  if (key === 'position' && typeof value === 'number' && insertion) return toSource(value, insertion)
  // A diagnostic's `file` is TypeScript's own source file: large, cyclic, and needed for its name alone.
  return key === 'file' ? value : mapAnswer(value, file, insertionOf)
}

function mapSpan(span: Span, map: (offset: number) => number): Span {
  const start = map(span.start)
  return { ...span, start, length: map(span.start + span.length) - start }
}

function isSpan(value: unknown): value is Span {
  return isPlainObject(value) && typeof value['start'] === 'number' && typeof value['length'] === 'number'
}

function fileOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const file = isPlainObject(value['file']) ? value['file'] : value
  return typeof file['fileName'] === 'string' ? file['fileName'] : undefined
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
