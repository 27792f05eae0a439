import { newerFeatures } from './language-features.ts'
import { parseBody } from './parse-body.ts'

/** What a text that is to become code is written with and a level lacks; null where nothing is, or none can tell. */
export function newerInText(text: string, level: number): string | null {
  try {
    return newerThan(text, level)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function newerThan(text: string, level: number): string | null {
  // The text may be the inside of a function.
  const inside = { allowReturnOutsideFunction: true }
  if (parseBody(text, level, inside).kind === 'parsed') return null
  const newer = parseBody(text, 'latest', inside)
  if (newer.kind !== 'parsed') return null
  return newerFeatures(newer.program, level)[0]?.name ?? 'the syntax'
}
