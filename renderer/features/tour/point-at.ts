import { onScopeDispose, watch } from 'vue'
import { tourTargets, type TourStep } from './tour-steps.ts'

const mark = 'data-tour-here'
const shown = 'data-tour-shown'

/** The control that a step is about, or the one that leads to it. */
function findTarget(step: TourStep): HTMLElement | undefined {
  return tourTargets[step]
    .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)])
    .find((element) => element.checkVisibility())
}

/** Draws the eye to the control and puts the focus on it, so that the keyboard is where the words point. */
export function showTarget(step: TourStep): void {
  const target = findTarget(step)
  if (!target) return
  target.focus()
  target.setAttribute(shown, '')
  target.addEventListener('animationend', () => target.removeAttribute(shown), { once: true })
}

/** Rings the control of the step for as long as the component lives, wherever it comes to be. */
export function pointAt(step: () => TourStep): void {
  let marked: HTMLElement | undefined
  const look = (): void => {
    const target = findTarget(step())
    if (target === marked && target?.hasAttribute(mark)) return
    marked?.removeAttribute(mark)
    target?.setAttribute(mark, '')
    marked = target
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  watch(step, look, { immediate: true, flush: 'post' })
  onScopeDispose(() => {
    observer.disconnect()
    marked?.removeAttribute(mark)
  })
}
