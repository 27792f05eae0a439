import type { AnyNode } from 'acorn'
import type { Problem, ProblemFix } from '../../contract/models/problem.ts'
import type { Unsaid } from '../../contract/words.ts'
import type { PathOf } from './argument-path.ts'
import type { IsCertain } from './certainty.ts'
import type { CheckRequest } from './check-request.ts'
import type { CheckCode } from './codes.ts'
import type { NamedFunction } from './lambda-function.ts'
import type { Names } from './scopes.ts'

/** What a check found, at a node or a range of the text. */
export interface Finding extends Pick<Unsaid<Problem>, 'severity' | 'message' | 'hint'> {
  readonly code: CheckCode
  readonly at: { readonly start: number; readonly end: number }
  readonly fix?: ProblemFix
}

/** One body under check: what every check may ask about it. */
export interface Subject {
  readonly request: CheckRequest
  /** The language level, 5 or a year. */
  readonly level: number
  /** The function that FusionAuth calls; null where the body has none. */
  readonly lambda: NamedFunction | null
  readonly functions: readonly NamedFunction[]
  readonly names: Names
  /** The place inside an argument that an expression reads. */
  readonly pathOf: PathOf
  /** Whether a node is reached in every run. */
  readonly isCertain: IsCertain
  /** The text of a node as it stands in the body. */
  readonly textOf: (node: AnyNode) => string
  readonly report: (finding: Finding) => void
}
