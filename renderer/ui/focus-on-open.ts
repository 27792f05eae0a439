/** For the `onOpenAutoFocus` of a dialog, which without a target puts the focus on its close button. */
export function focusOnOpen(target: () => { focus: () => void } | null | undefined) {
  return (event: Event): void => {
    const field = target()
    if (!field) return
    event.preventDefault()
    field.focus()
  }
}
