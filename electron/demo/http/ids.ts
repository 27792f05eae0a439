import { refuseField } from './refusal.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id as it is kept, lower case; undefined where the text is no UUID. Any version will do, as in Java. */
export function parseId(text: string | undefined): string | undefined {
  const lower = text?.toLowerCase()
  return lower !== undefined && uuid.test(lower) ? lower : undefined
}

/** An id from the URL that must be a UUID; absent and empty count as not given. */
export function idParameter(name: string, text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === '') return undefined
  return parseId(text) ?? refuseField(name, 'couldNotConvert', notUuid(name, text))
}

function notUuid(name: string, text: string): string {
  return `[${text.slice(0, 80)}] is no valid ${name}: a UUID such as 25a872da-bb44-4af8-a43d-e7bcb5351ebc is needed.`
}
