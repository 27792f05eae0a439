import type { JsonObject, JsonValue } from '../../../contract/json.ts'
import type { LineFault, MemberEntry } from '../../../contract/models/directory-member.ts'
import { said, say } from '../../../contract/words.ts'
import { readGiven } from '../people/given-user.ts'

/** Columns that name the user, by their names without case, spaces and underscores. */
export const userColumns: readonly string[] = ['userid', 'user', 'email', 'emailaddress']
const memberIdColumns: readonly string[] = ['id', 'memberid']

/** A column's name as it is compared. */
export function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

/** Values of one line by their columns. */
type Row = readonly (readonly [column: string, value: string])[]

/** Reads one line. */
export function readRecord(row: Row, line: number): MemberEntry | LineFault {
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

/** Whether a column holds member data. */
export function isDataColumn(column: string): boolean {
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

/** The fault of a line with something that names nobody. */
export function notAUser(line: number, user: string): LineFault {
  const shown = JSON.stringify(user.slice(0, 80))
  return said<LineFault>({
    line,
    code: 'not-an-id',
    message: say`${shown} is neither the id of a user nor an e-mail address.`,
  })
}
