import { z } from 'zod'

const openTabs = z.object({ openIds: z.array(z.string()), activeId: z.string().nullable() })

/** Which lambdas have tabs, and which one shows. */
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
