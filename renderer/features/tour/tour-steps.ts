/** The way of a lambda, in the order in which it is gone. */
export const tourSteps = ['run', 'keep', 'compare', 'push'] as const
export type TourStep = (typeof tourSteps)[number]

/** The control that a step is about; where it does not show, the one that leads to it. */
export const tourTargets: Readonly<Record<TourStep, readonly string[]>> = {
  run: ['[data-tour=run]', '[data-tour=lambdas]'],
  keep: ['[data-tour=keep]', '[data-tour=run]', '[data-tour=lambdas]'],
  compare: ['[data-entry]', '[data-tour=instances]'],
  push: ['[data-tour=push]', '[data-tour=instances]'],
}

/** What the page remembers of the tour: the step it is at, and whether it shows. */
export interface TourPlace {
  readonly step: number
  readonly open: boolean
}

/** The place after a step was done, skipped or gone back to; past the last one the tour is over. */
export function placeAt(step: number): TourPlace {
  if (step >= tourSteps.length) return { step: 0, open: false }
  return { step: Math.max(0, step), open: true }
}

/** What was remembered, as far as it makes sense. */
export function recallPlace(kept: string | null): TourPlace {
  const step = Number(/^(\d+) (?:open|left)$/.exec(kept ?? '')?.[1] ?? 0)
  return { step: step < tourSteps.length ? step : 0, open: kept?.endsWith('open') ?? false }
}
