import type { HintWords, MessageWords, TitleWords } from '../words.ts'

/** How much a problem matters: an error refuses the run, a warning is likely wrong, an info is worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** A correction that is sure: replaces the characters of the body from `start` to `end` (from 0, exclusive). */
export interface ProblemFix extends TitleWords {
  /** What it does, as an order: "Remove await". */
  readonly title: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Something a check found in a body, or that a run could not carry faithfully. Lines and columns count from 1. */
export interface Problem extends MessageWords, HintWords {
  /** Stable, kebab-case; each has a page under docs/checks. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly line: number
  readonly column: number
  /** End of the place, exclusive; left out where only the start is known. */
  readonly endLine?: number
  readonly endColumn?: number
  readonly hint?: string
  /** JSON Pointer into the arguments, where the problem is a value rather than a place in the body. */
  readonly path?: string
  readonly fix?: ProblemFix
}
