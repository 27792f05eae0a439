import type { AnyNode } from 'acorn'
import type { WriteRule } from '../../../contract/models/lambda-type.ts'
import { messageOf, say } from '../../../contract/words.ts'
import type { ArgumentPath } from '../argument-path.ts'
import type { Check } from '../check.ts'
import { onlyShrinks } from '../shrinking.ts'
import type { Finding, Subject } from '../subject.ts'
import { writesOf } from '../writes.ts'

/** Looks for writes to the arguments that FusionAuth does not keep, or keeps only in part. */
export const parameterWrites: Check = (subject) => {
  const look = (node: AnyNode): void => {
    for (const { at, target, key } of writesOf(node)) {
      const path = subject.pathOf(target)
      if (!path) continue
      if (onlyShrinks(node, subject.pathOf) && isShrinkable(subject, path)) continue
      const finding = judge(
        subject,
        key === undefined ? path : { ...path, segments: [...path.segments, key] },
        at,
      )
      if (finding) subject.report(finding)
    }
  }
  return {
    AssignmentExpression: look,
    UpdateExpression: look,
    UnaryExpression: look,
    ForInStatement: look,
    ForOfStatement: look,
    CallExpression: look,
  }
}

function isShrinkable({ request }: Subject, path: ArgumentPath): boolean {
  return request.lambdaType.rules.some((rule) => rule.kind === 'may-shrink' && covers(rule, path))
}

function judge({ request }: Subject, path: ArgumentPath, at: AnyNode): Finding | null {
  const { name, mutability } = path.parameter
  const shown = [name, ...path.segments.map((segment) => segment ?? '*')].join('.')
  if (mutability === 'read-only') return readOnly(at, shown, name)
  const rule = request.lambdaType.rules.find((entry) => covers(entry, path))
  return rule ? ruled(at, rule) : null
}

/** Whether a rule's place is the written one or around it. */
function covers({ path: pointer }: WriteRule, { parameter, segments }: ArgumentPath): boolean {
  const written = [parameter.name, ...segments]
  const ruled = pointer.split('/').slice(1).map(unescaped)
  return ruled.every((segment, index) => written[index] === segment)
}

/** A segment of a JSON Pointer as plain text (RFC 6901). */
function unescaped(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~')
}

function readOnly(at: AnyNode, shown: string, name: string): Finding {
  return {
    code: 'read-only-parameter',
    severity: 'warning',
    at,
    message: say`${name} is read-only in this lambda type: FusionAuth does not keep a write to ${shown}.`,
    hint: 'Write to a parameter that FusionAuth keeps, or to a copy.',
  }
}

function ruled(at: AnyNode, rule: WriteRule): Finding {
  const message = messageOf(rule)
  switch (rule.kind) {
    case 'reserved':
      return { code: 'reserved-claim', severity: 'warning', at, message, hint: 'Use a name of your own.' }
    case 'may-shrink':
      return { code: 'may-only-shrink', severity: 'info', at, message }
    case 'frozen-when-linked':
      return { code: 'frozen-when-linked', severity: 'info', at, message }
  }
}
