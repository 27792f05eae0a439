import { z } from 'zod'
import { say, type Worded } from '../words.ts'

/** Names that Windows keeps to itself, with any ending. */
const windowsReserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** What no file name may hold on some file system: separators, wildcards, quotes and control characters. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/u

/** UTF-8 bytes that a name may have, so that what the studio adds to it, such as endings, still fits into 255. */
const longestName = 120
/** UTF-8 bytes of one UTF-16 code unit at most. */
const mostBytes = 3

const utf8 = new TextEncoder()

/** Why a text cannot be the name of a folder or file everywhere; null where it can. */
export function nameFault(name: string, longest = longestName): Worded | null {
  if (name.trim() === '') return say`it is empty`
  if (forbidden.test(name)) return say`it holds a character that file names cannot have on every system`
  if (/^[.~]|[. ]$|^ /.test(name))
    return say`it starts with a dot, tilde or space, or ends with a dot or space`
  if (windowsReserved.test(name)) return say`Windows keeps that name to itself`
  if (name.length * mostBytes > longest && utf8.encode(name).length > longest)
    return say`it has more than ${longest} bytes`
  return name.isWellFormed() ? null : say`it is not well-formed text`
}

/** The name of a lambda's folder below `lambdas/`, or of a case without its ending: one part of a path. */
export const entryName = z.string().superRefine((name, context) => {
  const fault = nameFault(name)
  if (fault) context.addIssue({ code: 'custom', message: String(say`The name cannot be used: ${fault}.`) })
})
