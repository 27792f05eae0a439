/** Where the focus was last in each region, by the region's name. */
const lastFocused = new Map<string, HTMLElement>()

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]'

/** Remembers where the focus is in each region of the page, so that coming back leads there. */
export function followRegions(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const region = regionOf(target)
    if (region) lastFocused.set(nameOf(region), target)
  })
}

/** Puts the focus into a region: that many on from where it is, or the one of that name. */
export function showRegion(which: number | string): void {
  const regions = shownRegions()
  const region =
    typeof which === 'string' ? regions.find((each) => nameOf(each) === which) : regionAt(regions, which)
  if (region) focusIn(region)
}

function regionAt(regions: readonly HTMLElement[], by: number): HTMLElement | undefined {
  const now = document.activeElement && regionOf(document.activeElement)
  const index = now ? regions.indexOf(now) : -1
  if (index < 0) return regions.at(by > 0 ? 0 : -1)
  return regions.at((index + by) % regions.length)
}

const nameOf = (region: HTMLElement): string => region.dataset['region'] ?? ''
const regionOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-region]')

/** The regions in view, in the order of the page; one that holds others gives way to them. */
function shownRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility() && !region.querySelector('[data-region]'),
  )
}

function focusIn(region: HTMLElement): void {
  const last = lastFocused.get(nameOf(region))
  const first = [...region.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.tabIndex >= 0 && element.checkVisibility(),
  )
  const target = last?.isConnected && region.contains(last) ? last : first
  if (target) target.focus()
  else {
    region.tabIndex = -1
    region.focus()
  }
}
