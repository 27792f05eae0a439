import { nextTick, watch } from 'vue'

/**
 * Keeps the focus in a list where the entry that had it goes: the entry that `next` selects has it then. Entries say by
 * `data-id` which they are.
 */
export function keepFocus(
  list: () => HTMLElement | null | undefined,
  ids: () => readonly string[],
  next: string,
): void {
  watch(ids, async (now) => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !list()?.contains(focused)) return
    const id = focused.closest<HTMLElement>('[data-id]')?.dataset['id']
    if (id === undefined || now.includes(id)) return
    await nextTick()
    list()?.querySelector<HTMLElement>(next)?.focus()
  })
}
