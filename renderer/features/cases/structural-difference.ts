import { isJsonObject, type JsonValue } from '../../../electron/contract/json.ts'

/** One line of a difference: what is expected on the left, what is there on the right. */
export interface DifferenceLine {
  readonly expected: string | null
  readonly actual: string | null
  readonly differs: boolean
}

/**
 * Two values line by line, with what belongs together side by side. Keys that only the actual value has are no
 * difference, as an expectation names a part of an object; items that only one list has are.
 */
export function structuralDifference(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
): DifferenceLine[] {
  return lines(expected, actual, { label: '', depth: 0 })
}

interface At {
  readonly label: string
  readonly depth: number
}

function lines(expected: JsonValue | undefined, actual: JsonValue | undefined, at: At): DifferenceLine[] {
  if (isJsonObject(expected) && isJsonObject(actual)) return objectLines(expected, actual, at)
  if (Array.isArray(expected) && Array.isArray(actual)) return listLines(expected, actual, at)
  const left = printed(expected, at)
  const right = printed(actual, at)
  const differs = left.join('\n') !== right.join('\n')
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    expected: left[index] ?? null,
    actual: right[index] ?? null,
    differs,
  }))
}

function objectLines(
  expected: Readonly<Record<string, JsonValue>>,
  actual: Readonly<Record<string, JsonValue>>,
  at: At,
): DifferenceLine[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  const members = keys.flatMap((key) => {
    const made = lines(own(expected, key), own(actual, key), {
      label: `${JSON.stringify(key)}: `,
      depth: at.depth + 1,
    })
    return Object.hasOwn(expected, key) ? made : made.map((line) => ({ ...line, differs: false }))
  })
  return enclosed(members, '{', '}', at)
}

function listLines(expected: readonly JsonValue[], actual: readonly JsonValue[], at: At): DifferenceLine[] {
  const items = Array.from({ length: Math.max(expected.length, actual.length) }, (_, index) =>
    lines(expected[index], actual[index], { label: '', depth: at.depth + 1 }),
  )
  return enclosed(items.flat(), '[', ']', at)
}

function enclosed(
  inner: DifferenceLine[],
  open: string,
  close: string,
  { label, depth }: At,
): DifferenceLine[] {
  const same = (text: string): DifferenceLine => ({ expected: text, actual: text, differs: false })
  return [same(`${indent(depth)}${label}${open}`), ...inner, same(`${indent(depth)}${close}`)]
}

function printed(value: JsonValue | undefined, { label, depth }: At): string[] {
  if (value === undefined) return []
  const [first = '', ...rest] = JSON.stringify(value, null, 2).split('\n')
  return [`${indent(depth)}${label}${first}`, ...rest.map((line) => indent(depth) + line)]
}

const indent = (depth: number): string => '  '.repeat(depth)

function own(object: Readonly<Record<string, JsonValue>>, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
