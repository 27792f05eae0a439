import { z } from 'zod'
import { firstIssue } from '../contract/checked.ts'
import type { ErrorData } from '../contract/errors.ts'
import { entryName } from '../contract/models/slug.ts'
import type { RecentWorkspace } from '../contract/models/workspace.ts'
import { pageScheme } from '../contract/page-address.ts'
import { said, say, type Worded } from '../contract/words.ts'

/** What following a link comes to: going somewhere, or nothing and why. */
export type LinkPlan =
  | { readonly kind: 'workspace'; readonly folder: string; readonly lambda: string | null }
  | { readonly kind: 'lambda'; readonly slug: string }
  | { readonly kind: 'refused'; readonly notice: ErrorData }

/** Anybody may write a link, so it has these two parts and no other. */
const linkParts = z
  .strictObject({ workspace: z.string().min(1).optional(), lambda: entryName.optional() })
  .refine(({ workspace, lambda }) => workspace !== undefined || lambda !== undefined, 'names nothing to open')

/**
 * Where `lambda-studio://open?workspace=<folder or name>&lambda=<slug>` leads. A link only navigates: to a workspace
 * that was open before, or to a lambda. It runs, writes and sends nothing, and it names no folder that is new.
 */
export function planLink(link: string, recent: readonly RecentWorkspace[]): LinkPlan {
  const parts = readParts(link)
  if (!parts.success) return refused(say`it is not understood: ${plain(firstIssue(parts.error))}`)
  const { workspace, lambda } = parts.data
  if (workspace === undefined) return { kind: 'lambda', slug: lambda ?? '' }
  const known = recent.filter(({ folder, name, exists }) => exists && [folder, name].includes(workspace))
  const [found, another] = known
  const named = plain(JSON.stringify(workspace.slice(0, 80)))
  if (!found) return refused(say`the workspace ${named} was not open here before`)
  if (another) return refused(say`more than one workspace here is named ${named}`)
  return { kind: 'workspace', folder: found.folder, lambda: lambda ?? null }
}

function readParts(link: string) {
  const url = URL.canParse(link) ? new URL(link) : null
  const isOurs = url?.protocol === `${pageScheme}:` && url.host === 'open' && ['', '/'].includes(url.pathname)
  // A part that is given twice is as wrong as one that nobody knows.
  const given = url && isOurs ? [...url.searchParams] : [['address', link]]
  const names = new Set(given.map(([name]) => name))
  return linkParts.safeParse(Object.fromEntries(names.size === given.length ? given : [['twice', link]]))
}

/** Whoever wrote the link shall not have a letter of theirs shown as the studio's own. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 160)

function refused(reason: Worded): LinkPlan {
  const notice = said<ErrorData>({
    code: 'link-refused',
    message: say`A link to the studio was not followed: ${reason}.`,
    hint: 'A link looks like lambda-studio://open?workspace=<name>&lambda=<folder>, for a workspace that was open here before.',
  })
  return { kind: 'refused', notice }
}
