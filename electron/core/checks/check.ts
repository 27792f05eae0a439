import type { AnyNode } from 'acorn'
import type { NodeOf } from './nodes.ts'
import type { Subject } from './subject.ts'

/** What a check looks at, by the type of the node; `:exit` comes after all that is inside. */
export type Listeners = {
  readonly [Type in AnyNode['type']]?: (node: NodeOf<Type>) => void
} & { readonly 'Program:exit'?: () => void }

/** One check: reads a body and reports what it finds. */
export type Check = (subject: Subject) => Listeners
