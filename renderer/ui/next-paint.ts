/** Resolves once what was done so far is drawn: the frame is drawn after the callback, and before the timer. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
