import { nextTick, watch } from 'vue'

const control = ':is(button, [href], input, [tabindex]):not(:disabled)'

/** Keeps the focus in an area where what has it goes with a change: the first control that can have it does then. */
export function carryFocus(area: () => HTMLElement | null | undefined, change: () => unknown): void {
  watch(change, async () => {
    const element = area()
    if (!element?.contains(document.activeElement)) return
    await nextTick()
    if (document.activeElement === document.body) element.querySelector<HTMLElement>(control)?.focus()
  })
}

/** Gives the focus back to a control that had it and was disabled for a while, unless it went on meanwhile. */
export function followDisabled(): void {
  let waiting: EventTarget | undefined
  const look = ({ target }: MutationRecord): void => {
    if (!(target instanceof HTMLElement)) return
    const isDisabled = target.matches(':disabled')
    // The browser takes the focus away only with the next frame.
    if (isDisabled && target === document.activeElement) waiting = target
    if (isDisabled || target !== waiting) return
    waiting = undefined
    if (document.activeElement === document.body) target.focus()
  }
  new MutationObserver((changes) => changes.forEach(look)).observe(document, {
    subtree: true,
    attributeFilter: ['disabled'],
  })
}
