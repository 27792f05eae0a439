import type { AnyNode, Identifier, Program } from 'acorn'
import { analyze, type Reference, type ScopeManager, type Variable as ScopeVariable } from 'eslint-scope'
import { KEYS } from 'eslint-visitor-keys'
import type * as ESTree from 'estree'
import { globalsOf } from './language-globals.ts'

/** One mention of a variable in the text. */
export interface Mention {
  readonly identifier: Identifier
  readonly writes: boolean
  readonly reads: boolean
  /** What is written; null where nothing single is (a loop variable, `++`). */
  readonly value: AnyNode | null
}

/** A variable that the body declares, or a global of the language. */
export interface Variable {
  readonly name: string
  /** The node that declares it, with the name in it; null for a global of the language and for several declarations. */
  readonly declared: { readonly by: AnyNode; readonly name: Identifier; readonly isParameter: boolean } | null
  readonly isTopLevel: boolean
  readonly isSetOnce: boolean
  readonly mentions: readonly Mention[]
}

/** Who a name belongs to, by the scopes of the body. */
export interface Names {
  readonly variableOf: (identifier: Identifier) => Variable | null
  /** The mentions of names that neither the body declares nor the language level has. */
  readonly undeclared: readonly Mention[]
  readonly topLevel: readonly Variable[]
}

/** The scopes of a script, with the globals that its language has. */
export function scopesOf(program: Program, level: number | 'latest'): ScopeManager {
  const manager = analyze(program as ESTree.Program, {
    ecmaVersion: level === 'latest' ? Number.POSITIVE_INFINITY : level,
    childVisitorKeys: KEYS,
    // A direct eval would hide every name; the check of dynamic code tells of it.
    ignoreEval: true,
  })
  manager.addGlobals(globalsOf(level))
  return manager
}

/** Reads scopes, whose nodes are the parser's own. */
export function namesIn(manager: ScopeManager): Names {
  const variables = new Map<unknown, Variable>()
  const topLevel: Variable[] = []
  for (const scope of manager.scopes) {
    for (const found of scope.variables) {
      const variable = toVariable(found, scope.type === 'global')
      if (variable.isTopLevel && variable.declared) topLevel.push(variable)
      for (const { identifier } of found.references) variables.set(identifier, variable)
      for (const identifier of found.identifiers) variables.set(identifier, variable)
    }
  }
  const written = new Set(manager.globalScope?.implicit.variables.map(({ name }) => name))
  const undeclared = (manager.globalScope?.through ?? []).map(toMention)
  return {
    variableOf: (identifier) => variables.get(identifier) ?? null,
    undeclared: undeclared.filter(({ identifier }) => !written.has(identifier.name)),
    topLevel,
  }
}

function toVariable({ name, defs, references }: ScopeVariable, isTopLevel: boolean): Variable {
  const [definition] = defs
  const mentions = references.map(toMention)
  return {
    name,
    declared:
      definition && defs.length === 1
        ? {
            by: definition.node as AnyNode,
            name: definition.name as Identifier,
            isParameter: definition.type === 'Parameter',
          }
        : null,
    isTopLevel,
    isSetOnce: mentions.filter(({ writes }) => writes).length === 1,
    mentions,
  }
}

function toMention(reference: Reference): Mention {
  return {
    identifier: reference.identifier as Identifier,
    writes: reference.isWrite(),
    reads: reference.isRead(),
    value: (reference.writeExpr ?? null) as AnyNode | null,
  }
}
