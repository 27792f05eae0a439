const layer = '[data-dismissable-layer]'
const leaving = `${layer}[data-state=closed]`
const staying = `${layer}:not([data-state=closed])`

/** What had the focus last, besides dialogs and menus. */
let behind: HTMLElement | undefined

/**
 * Whether a dialog that wants an answer, or a menu, stands before everything else: the page behind it takes no pointer
 * then. One that fades out after its answer still holds the pointer off, and counts no more.
 */
export function isModalOpen(): boolean {
  return document.body.style.pointerEvents === 'none' && document.querySelector(staying) !== null
}

/** Takes the focus out of a dialog that fades out, to where it was, so that no key is lost on it. */
export function leaveClosedLayer(): void {
  if (document.activeElement?.closest(leaving) && behind?.isConnected) behind.focus()
}

/** Remembers where the focus was, and leaves it where it went on to before a dialog was gone. */
export function followLayers(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(layer)) behind = target
  })
  document.addEventListener(
    'focusScope.autoFocusOnUnmount',
    (event) => {
      const { activeElement } = document
      const wentOn = activeElement !== null && activeElement !== document.body
      if (wentOn && event.target instanceof Element && !event.target.contains(activeElement))
        event.preventDefault()
    },
    { capture: true },
  )
}
