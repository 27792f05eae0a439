import type { AnyNode, Program } from 'acorn'
import { walk } from './walk.ts'

/** A construct of the language and the edition of ECMAScript that brought it. */
export interface LanguageFeature {
  readonly name: string
  readonly since: number
}

/** Constructs by node type, where the type alone tells. */
const byType: Readonly<Partial<Record<AnyNode['type'], LanguageFeature>>> = {
  ArrowFunctionExpression: { name: 'an arrow function', since: 2015 },
  TemplateLiteral: { name: 'a template string', since: 2015 },
  ClassDeclaration: { name: 'a class', since: 2015 },
  ClassExpression: { name: 'a class', since: 2015 },
  ForOfStatement: { name: 'for ... of', since: 2015 },
  SpreadElement: { name: 'spread', since: 2015 },
  RestElement: { name: 'a rest element', since: 2015 },
  AssignmentPattern: { name: 'a default value', since: 2015 },
  ObjectPattern: { name: 'destructuring', since: 2015 },
  ArrayPattern: { name: 'destructuring', since: 2015 },
  YieldExpression: { name: 'a generator', since: 2015 },
  MetaProperty: { name: 'new.target', since: 2015 },
  AwaitExpression: { name: 'await', since: 2017 },
  ImportExpression: { name: 'import()', since: 2020 },
  ChainExpression: { name: 'optional chaining', since: 2020 },
  PropertyDefinition: { name: 'a class field', since: 2022 },
  PrivateIdentifier: { name: 'a private class member', since: 2022 },
  StaticBlock: { name: 'a static block', since: 2022 },
}

/** The first use of each construct that is newer than `level` (5 or a year), in the order of the text. */
export function newerFeatures(
  program: Program,
  level: number,
): readonly (LanguageFeature & { node: AnyNode })[] {
  const found = new Map<string, LanguageFeature & { node: AnyNode }>()
  walk(program, (node) => {
    const feature = featureOf(node)
    if (feature && feature.since > level && !found.has(feature.name))
      found.set(feature.name, { ...feature, node })
    return true
  })
  return [...found.values()]
}

function featureOf(node: AnyNode): LanguageFeature | undefined {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.kind === 'var' ? undefined : { name: node.kind, since: 2015 }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return functionFeature(node)
    case 'Property':
      return node.shorthand || node.computed || node.method
        ? { name: 'a shorthand or computed property', since: 2015 }
        : undefined
    case 'BinaryExpression':
      return node.operator === '**' ? { name: 'the ** operator', since: 2016 } : undefined
    case 'LogicalExpression':
      return node.operator === '??' ? { name: 'the ?? operator', since: 2020 } : undefined
    case 'AssignmentExpression':
      return assignmentFeature(node.operator)
    case 'CatchClause':
      return node.param ? undefined : { name: 'catch without a variable', since: 2019 }
    case 'Literal':
      return literalFeature(node)
    default:
      return byType[node.type]
  }
}

function functionFeature(node: { async: boolean; generator: boolean }): LanguageFeature | undefined {
  if (node.async) return { name: 'an async function', since: 2017 }
  return node.generator ? { name: 'a generator', since: 2015 } : undefined
}

function assignmentFeature(operator: string): LanguageFeature | undefined {
  if (operator === '**=') return { name: 'the ** operator', since: 2016 }
  return /^(\?\?|\|\||&&)=$/.test(operator) ? { name: `the ${operator} operator`, since: 2021 } : undefined
}

function literalFeature(node: { bigint?: string | null; regex?: { flags: string } | null; raw?: string }) {
  if (node.bigint) return { name: 'a BigInt', since: 2020 }
  if (node.regex) return flagFeature(node.regex.flags)
  if (/^[\d.].*_/.test(node.raw ?? '')) return { name: 'a digit separator', since: 2021 }
  return /^0[bo]/i.test(node.raw ?? '') ? { name: 'a binary or octal number', since: 2015 } : undefined
}

/** The newest flag of a regular expression. */
export function flagFeature(flags: string): LanguageFeature | undefined {
  const since: Readonly<Record<string, number>> = { u: 2015, y: 2015, s: 2018, d: 2022, v: 2024 }
  const newest = Array.from(flags).sort((a, b) => (since[b] ?? 0) - (since[a] ?? 0))[0]
  return newest && since[newest]
    ? { name: `the flag ${newest} of a regular expression`, since: since[newest] }
    : undefined
}
