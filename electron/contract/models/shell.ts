import { z } from 'zod'
import type { ErrorData } from '../errors.ts'

/** A command of the page as a menu of the system shows it. */
export const menuItem = z.strictObject({
  /** The command that is told with `shell.command` when the user chooses the item. */
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  /** For example `Mod+Shift+P`; shown beside the title, while the page goes on to hear the keys itself. */
  keys: z.string().max(100).optional(),
  enabled: z.boolean(),
})

/** One menu of the menu bar, in the words of the page. */
export const menuSection = z.strictObject({
  title: z.string().min(1).max(100),
  /** With a line between each two. */
  groups: z.array(z.array(menuItem).max(100)).max(30),
  /** The menu that helps, which some systems treat in a way of their own. */
  isHelp: z.boolean(),
})
export type MenuSection = z.infer<typeof menuSection>

/** Something that came to a window from outside of its page, each taken once. */
export type Arrival =
  /** A lambda of the open workspace that a link asks to be shown. */
  | { readonly kind: 'lambda'; readonly slug: string }
  /** Something that the user is to be told. */
  | { readonly kind: 'notice'; readonly notice: ErrorData }

/** Where a workspace is to be opened: by the page that asked, or it shows in another window already. */
export type WorkspacePlace = 'here' | 'elsewhere'
