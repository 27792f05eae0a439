/** A field to type or choose in; a box to tick is no place to begin. */
const fields = [
  'input:not([type=checkbox], [type=radio], [type=file], [type=hidden])',
  'input[type=radio]:checked',
  'select',
  'textarea',
  '[role=combobox]',
].join()

/**
 * Where a dialog begins: at what it marks with `data-begin`, else at its first field, else at the button that does no
 * harm, which it marks with `data-safe`.
 */
export function firstFocusIn(dialog: Element): HTMLElement | null {
  const usable = [...dialog.querySelectorAll<HTMLElement>(fields)].find(
    (field) => !field.matches(':disabled'),
  )
  const marked = dialog.querySelector<HTMLElement>('[data-begin]')
  const safe = dialog.querySelector<HTMLElement>('[data-safe]')
  return marked ?? usable ?? safe
}

/** For the `onOpenAutoFocus` of a dialog, which would put the focus on its close button. */
export function focusFirst(event: Event): void {
  const first = event.target instanceof Element ? firstFocusIn(event.target) : null
  if (!first) return
  event.preventDefault()
  first.focus()
  if (first instanceof HTMLInputElement && first.type !== 'radio') first.select()
}
