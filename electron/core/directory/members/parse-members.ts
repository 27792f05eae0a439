import { parse, type CsvError } from 'csv-parse/sync'
import { StudioError } from '../../../contract/errors.ts'
import type { JsonObject, JsonValue } from '../../../contract/json.ts'
import {
  mostEntries,
  type LineFault,
  type MemberEntry,
  type ParsedMembers,
} from '../../../contract/models/directory-member.ts'
import { readGiven } from '../people/given-user.ts'

/**
 * Reads users out of text: a list of ids and e-mails set apart by spaces, commas or lines, or a CSV file whose first
 * line names its columns. Columns that are not known become member data; faults are told by line, and the other lines
 * are used.
 * @throws StudioError `too-many-entries`
 */
export function parseMembers(text: string): ParsedMembers {
  const plain = text.replace(/^\uFEFF/, '')
  const parsed = isCsv(plain) ? parseCsv(plain) : parseList(plain)
  if (parsed.entries.length <= mostEntries) return parsed
  throw new StudioError({
    code: 'too-many-entries',
    message: `The list names ${parsed.entries.length} users; up to ${mostEntries} can be read at once.`,
    hint: 'Cut the list into parts.',
  })
}

function parseList(text: string): ParsedMembers {
  const entries: MemberEntry[] = []
  const faults: LineFault[] = []
  for (const [at, content] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    for (const user of content
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(unwrapped)) {
      if (readGiven(user).kind === 'neither') faults.push(notAUser(line, user))
      else entries.push({ user, line })
    }
  }
  return { format: 'list', entries, faults, dataColumns: [] }
}

/** Mail programs write `Name <address>`; quotes and brackets are no part of an address. */
function unwrapped(word: string): string {
  return word.replace(/^["'<(]+|["'>)]+$/g, '')
}

function notAUser(line: number, user: string): LineFault {
  const shown = JSON.stringify(user.slice(0, 80))
  return { line, code: 'not-an-id', message: `${shown} is neither the id of a user nor an e-mail address.` }
}

/** What a column holds, by its name without case, spaces and underscores. */
const userColumns: readonly string[] = ['userid', 'user', 'email', 'emailaddress']
const memberIdColumns: readonly string[] = ['id', 'memberid']

function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

/** A file of one column is a list with a title as well as a CSV file; both read the same. */
function isCsv(text: string): boolean {
  const first = firstLine(text)
  const cells = first.split(delimiterOf(first)).map((cell) => cell.replace(/^"|"$/g, ''))
  return cells.some((cell) => userColumns.includes(columnName(cell)))
}

function firstLine(text: string): string {
  return text
    .trimStart()
    .split(/\r\n|\r|\n/, 1)
    .join('')
}

/** What stands most often between the names of the columns. */
function delimiterOf(line: string): string {
  const count = (delimiter: string): number => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function parseCsv(text: string): ParsedMembers {
  const faults: LineFault[] = []
  const [header, ...records] = parse(text, {
    delimiter: delimiterOf(firstLine(text)),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    skip_records_with_empty_values: true,
    trim: true,
    on_skip: (error: CsvError | undefined) => {
      if (error) faults.push(csvFault(error))
      return undefined
    },
  }) as unknown as CsvRecord[]
  const columns = header?.record ?? []
  if (new Set(columns.map(columnName)).size < columns.length) faults.push(columnRepeated)
  const entries = records.flatMap(({ record, info }) => {
    const row = columns.map((name, at) => [name, record[at] ?? ''] as const)
    const read = readRecord(row, info.lines)
    if ('code' in read) faults.push(read)
    return 'code' in read ? [] : [read]
  })
  faults.sort((one, other) => one.line - other.line)
  return { format: 'csv', entries, faults, dataColumns: columns.filter(isDataColumn) }
}

const columnRepeated: LineFault = {
  line: 1,
  code: 'column-repeated',
  message: 'Two columns have the same name; the last that has a value counts for data, the first for users.',
}

function csvFault({ code, lines, message }: CsvError): LineFault {
  const words: Readonly<Record<string, string>> = {
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'The line has more or fewer values than the first line has names.',
    CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed.',
    CSV_INVALID_CLOSING_QUOTE: 'A quotation mark stands inside a quoted value; double it.',
    INVALID_OPENING_QUOTE:
      'A quotation mark stands inside a value; quote the whole value and double the mark.',
  }
  return {
    line: typeof lines === 'number' ? lines : 1,
    code: 'csv-malformed',
    message: words[code] ?? message,
  }
}

type Row = readonly (readonly [column: string, value: string])[]

function readRecord(row: Row, line: number): MemberEntry | LineFault {
  const user = valueOf(row, userColumns)
  if (user === undefined) return { line, code: 'not-an-id', message: 'The line names no user.' }
  if (readGiven(user).kind === 'neither') return notAUser(line, user)
  const id = valueOf(row, memberIdColumns)
  const data = readData(row)
  if (data === 'unreadable') return { line, code: 'data-not-object', message: dataNotObject }
  return { user, line, ...(id !== undefined && { id }), ...(data && { data }) }
}

const dataNotObject = 'The column "data" must hold a JSON object, such as {"since": 2024}.'

/** The first value there is, in the order of the names. */
function valueOf(row: Row, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => row.filter(([column]) => columnName(column) === name))
    .map(([, value]) => value)
    .find((value) => value !== '')
}

function isDataColumn(column: string): boolean {
  return !userColumns.includes(columnName(column)) && !memberIdColumns.includes(columnName(column))
}

/** The column `data` is a JSON object; every other is a text under its name, with or without `data.` before it. */
function readData(row: Row): JsonObject | null | 'unreadable' {
  const columns = row.filter(([column, value]) => isDataColumn(column) && value !== '')
  const whole = columns.find(([column]) => column === 'data')
  const object = whole ? parseObject(whole[1]) : {}
  if (object === null) return 'unreadable'
  const others = columns.filter(([column]) => column !== 'data')
  const entries = others.map(([column, value]) => [column.replace(/^data\./, ''), value] as const)
  return whole || others.length > 0 ? Object.fromEntries([...Object.entries(object), ...entries]) : null
}

function parseObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
  } catch {
    return null
  }
}
