import { z } from 'zod'

/** One of the two places of a split editor. */
export type Side = 'left' | 'right'

const openTabs = z.object({
  openIds: z.array(z.string()),
  activeId: z.string().nullable(),
  otherId: z.string().nullable().default(null),
  side: z.enum(['left', 'right']).default('left'),
})

/** Which lambdas have tabs, which one is worked on, and which one shows beside it on the other side. */
export type OpenTabs = Readonly<z.infer<typeof openTabs>>

const keyOf = (folder: string): string => `studio.tabs ${folder}`

/** The tabs that a workspace was left with; undefined on a first visit. */
export function recallTabs(storage: Storage, folder: string): OpenTabs | undefined {
  try {
    const text = storage.getItem(keyOf(folder))
    return text === null ? undefined : openTabs.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Remembers the tabs for the next visit, where the browser lets it. */
export function rememberTabs(storage: Storage, folder: string, tabs: OpenTabs): void {
  try {
    storage.setItem(keyOf(folder), JSON.stringify(tabs))
  } catch {
    // A full or closed storage costs the tabs of the next visit and nothing else.
  }
}
