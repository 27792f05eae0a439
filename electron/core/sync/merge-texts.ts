import { diff3Merge } from 'node-diff3'
import type { MergeRegion } from '../../contract/models/sync.ts'

/**
 * Brings together, line by line, what two texts changed of a third. Where that would take too long, all that lies
 * between what the three have in common at their start and end is a conflict.
 */
export function mergeTexts(local: string, base: string, remote: string): readonly MergeRegion[] {
  const [ours, before, theirs] = [linesOf(local), linesOf(base), linesOf(remote)]
  const start = sharedLines(ours, before, theirs, (at) => at)
  const end = sharedLines(ours.slice(start), before.slice(start), theirs.slice(start), (at) => -1 - at)
  const between = (lines: readonly string[]): string[] => lines.slice(start, lines.length - end)
  return joined([
    agreed(before.slice(0, start)),
    ...mergeLines(between(ours), between(before), between(theirs)),
    agreed(before.slice(before.length - end)),
  ])
}

/** How many lines all three have in common from one end on. */
function sharedLines(
  ours: readonly string[],
  before: readonly string[],
  theirs: readonly string[],
  place: (at: number) => number,
): number {
  const shortest = Math.min(ours.length, before.length, theirs.length)
  let at = 0
  while (at < shortest && isShared(ours.at(place(at)), before.at(place(at)), theirs.at(place(at)))) at++
  return at
}

function isShared(ours: string | undefined, before: string | undefined, theirs: string | undefined): boolean {
  return ours === before && before === theirs
}

/**
 * How many steps a merge may take, which is about half a second. For each pair of equal lines it goes through what it has
 * found so far: 16,000 lines that each stand once, or 600 that are all the same, come to this.
 */
const mostSteps = 500_000_000

function mergeLines(
  ours: readonly string[],
  before: readonly string[],
  theirs: readonly string[],
): readonly MergeRegion[] {
  if (isSame(ours, before)) return [agreed(theirs)]
  if (isSame(theirs, before)) return [agreed(ours)]
  if (steps(ours, before) + steps(theirs, before) > mostSteps) return [tooLarge(ours, before, theirs)]
  const regions = diff3Merge([...ours], [...before], [...theirs], { excludeFalseConflicts: true })
  return regions.map(({ ok, conflict: sides }) =>
    sides
      ? { kind: 'conflict', local: sides.a.join(''), base: sides.o.join(''), remote: sides.b.join('') }
      : agreed(ok ?? []),
  )
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at])
}

function tooLarge(
  ours: readonly string[],
  before: readonly string[],
  theirs: readonly string[],
): MergeRegion {
  const sides = { local: ours.join(''), base: before.join(''), remote: theirs.join('') }
  return { kind: 'conflict', ...sides, tooLarge: true }
}

function steps(one: readonly string[], other: readonly string[]): number {
  return equalPairs(one, other) * Math.min(one.length, other.length)
}

function equalPairs(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of other) counts.set(line, (counts.get(line) ?? 0) + 1)
  return one.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0)
}

function agreed(lines: readonly string[]): MergeRegion {
  return { kind: 'agreed', text: lines.join('') }
}

/** Without empty regions, and with no two agreed ones next to each other. */
function joined(regions: readonly MergeRegion[]): readonly MergeRegion[] {
  const result: MergeRegion[] = []
  for (const region of regions) {
    const last = result.at(-1)
    if (region.kind === 'conflict') result.push(region)
    else if (last?.kind === 'agreed')
      result[result.length - 1] = { kind: 'agreed', text: last.text + region.text }
    else if (region.text !== '') result.push(region)
  }
  return result
}

/** Lines with their ends, so that joined they are the text again, byte for byte. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
