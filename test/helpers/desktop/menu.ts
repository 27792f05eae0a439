/** An item of a menu as a template gives it. */
export interface MenuEntry {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly enabled?: boolean
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly click?: () => void
  readonly submenu?: unknown
}

/** The item of this id, wherever it stands in a menu. */
export function itemOf(
  menu: { readonly items: readonly MenuEntry[] } | null,
  id: string,
): MenuEntry | undefined {
  return menu?.items.flatMap(withBelow).find((item) => item.id === id)
}

/** The titles in a menu as they show; where a program gives none, Electron has one in English. */
export function titlesOf(items: readonly MenuEntry[]): string[] {
  const titled = items.flatMap(withBelow).filter(({ type }) => type !== 'separator')
  return titled.map(({ label, role }) => label ?? `fixed: ${role}`)
}

function withBelow(item: MenuEntry): readonly MenuEntry[] {
  return [item, ...(Array.isArray(item.submenu) ? (item.submenu as MenuEntry[]).flatMap(withBelow) : [])]
}
