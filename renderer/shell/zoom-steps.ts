/** The steps of the zoom in percent, as browsers have them. */
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const

/** The step above or below; at the last one it stays. */
export function nextZoom(percent: number, by: 1 | -1): number {
  const next = by > 0 ? steps.find((step) => step > percent) : steps.findLast((step) => step < percent)
  return next ?? percent
}
