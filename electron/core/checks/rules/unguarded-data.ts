import type { MemberExpression } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { guardsOf } from '../guards.ts'
import { parentOf, propertyName } from '../nodes.ts'
import type { Subject } from '../subject.ts'

/** Looks for the first unguarded read inside `data` of a user or a registration. */
export const unguardedData: Check = (subject) => {
  const found = new Map<string, MemberExpression[]>()
  return {
    MemberExpression: (node) => {
      if (propertyName(node) !== 'data') return
      const path = subject.pathOf(node)
      if (path?.segments.length !== 1 || !/^(user|registration)$/.test(path.parameter.name)) return
      const known = found.get(path.parameter.name)
      if (known) known.push(node)
      else found.set(path.parameter.name, [node])
    },
    'Program:exit': () => {
      // The SCIM converters are handed a user whose data is there.
      if (subject.request.lambdaType.family === 'SCIM') return
      for (const nodes of found.values()) checkData(subject, nodes)
    },
  }
}

function checkData({ textOf, report }: Subject, nodes: readonly MemberExpression[]): void {
  const writes = nodes.flatMap((node) => {
    const parent = parentOf(node)
    return parent?.type === 'AssignmentExpression' && parent.left === node ? [parent] : []
  })
  const isGuarded = guardsOf({ reads: nodes, writes })
  const first = nodes.find((node) => isEntered(node) && !isGuarded(node))
  if (!first) return
  report({
    code: 'unguarded-data',
    severity: 'info',
    at: first,
    message: say`${textOf(first)} may be missing in some flows, and this throws a TypeError then.`,
    hint: say`Ask first: if (${textOf(first)}) { ... }`,
  })
}

function isEntered(node: MemberExpression): boolean {
  const parent = parentOf(node)
  return parent?.type === 'MemberExpression' && parent.object === node && !parent.optional
}
