import type { MergeRegion } from '../../../electron/contract/models/sync.ts'

const here = '<<<<<<< here'
const base = '||||||| base'
const middle = '======='
const there = '>>>>>>> there'

/** A place in a merged text where somebody has to choose. Lines count from 1 and hold the markers. */
export interface MarkedConflict {
  readonly line: number
  readonly endLine: number
  readonly local: string
  readonly base: string
  readonly remote: string
}

/** The text of a merge, with both sides and the base between markers where they do not come together. */
export function markConflicts(regions: readonly MergeRegion[]): string {
  return regions
    .map((region) =>
      region.kind === 'agreed'
        ? region.text
        : [`${here}\n`, lines(region.local), `${base}\n`, lines(region.base), `${middle}\n`]
            .concat(lines(region.remote), `${there}\n`)
            .join(''),
    )
    .join('')
}

/** A side that ends without a line break would swallow the marker behind it. */
function lines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/** The conflicts that are left in a text, from the first to the last. */
export function findConflicts(text: string): MarkedConflict[] {
  const found: MarkedConflict[] = []
  let open: { line: number; parts: [string[], string[], string[]]; part: number } | undefined
  for (const [index, line] of linesOf(text).entries()) {
    const marker = line.trimEnd()
    if (marker === here) open = { line: index + 1, parts: [[], [], []], part: 0 }
    else if (!open) continue
    else if (marker === base) open.part = 1
    else if (marker === middle && open.part < 2) open.part = 2
    else if (marker === there) {
      const [local, original, remote] = open.parts.map((part) => part.join('')) as [string, string, string]
      found.push({ line: open.line, endLine: index + 1, local, base: original, remote })
      open = undefined
    } else open.parts[open.part]?.push(line)
  }
  return found
}

/** How a conflict is resolved: with one side, or with both one after the other. */
export type Resolution = 'local' | 'remote' | 'both' | 'base'

/** The text with one conflict resolved; the others stay. */
export function resolveConflict(text: string, conflict: MarkedConflict, resolution: Resolution): string {
  const all = linesOf(text)
  const { line, endLine } = conflict
  const chosen = resolution === 'both' ? lines(conflict.local) + conflict.remote : conflict[resolution]
  return [...all.slice(0, line - 1), chosen, ...all.slice(endLine)].join('')
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Whether a text still has a line that is a marker, so that it cannot be run. */
export function hasMarkers(text: string): boolean {
  return linesOf(text).some((line) => [here, there].includes(line.trimEnd()))
}
