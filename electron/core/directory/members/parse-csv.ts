import { parse, type CsvError } from 'csv-parse/sync'
import type { LineFault, ParsedMembers } from '../../../contract/models/directory-member.ts'
import { said, say, type HostText } from '../../../contract/words.ts'
import { columnName, isDataColumn, readRecord, userColumns } from './csv-row.ts'

/** A file of one column is a list with a title as well as a CSV file; both read the same. */
export function isCsv(text: string): boolean {
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

/** Reads a CSV file whose first line names its columns. */
export function parseCsv(text: string): ParsedMembers {
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
  const sayings: Readonly<Record<string, HostText>> = {
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'The line has more or fewer values than the first line has names.',
    CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed.',
    CSV_INVALID_CLOSING_QUOTE: 'A quotation mark stands inside a quoted value; double it.',
    INVALID_OPENING_QUOTE:
      'A quotation mark stands inside a value; quote the whole value and double the mark.',
  }
  return said<LineFault>({
    line: typeof lines === 'number' ? lines : 1,
    code: 'csv-malformed',
    message: sayings[code] ?? say`${message}`,
  })
}
