/** A window as the choice between windows sees it. */
export interface KnownWindow {
  readonly id: number
  /** The workspace that is open in it. */
  readonly folder: string | null
}

/** Which window is to show a workspace. */
export type WindowPlan =
  | { readonly kind: 'has-it'; readonly id: number }
  | { readonly kind: 'is-empty'; readonly id: number }
  | { readonly kind: 'new' }

/**
 * A workspace has one window. One that is open nowhere goes to a window that has none, the preferred one before
 * others; no folder at all asks for any window without a workspace.
 */
export function planWindow(
  folder: string | null,
  windows: readonly KnownWindow[],
  preferred: number | null = null,
): WindowPlan {
  const owner = windows.find((window) => folder !== null && window.folder === folder)
  if (owner) return { kind: 'has-it', id: owner.id }
  const empty = windows.filter((window) => window.folder === null)
  const chosen = empty.find(({ id }) => id === preferred) ?? empty[0]
  return chosen ? { kind: 'is-empty', id: chosen.id } : { kind: 'new' }
}
