import type { AnyNode } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { keyName, parentOf, propertyName } from '../nodes.ts'
import { secretIn } from '../secrets.ts'
import type { Subject } from '../subject.ts'

/** A longer text is data, and not worth the search. */
const longestSecret = 8192

/** Looks for texts that look like secrets; the message never holds the text. */
export const hardCodedSecret: Check = (subject) => ({
  Literal: (node) => {
    if (typeof node.value === 'string') look(subject, node, node.value)
  },
  TemplateElement: (node) => look(subject, node, node.value.cooked ?? ''),
})

function look(subject: Subject, node: AnyNode, text: string): void {
  if (text.length < 8 || text.length > longestSecret || isKey(node)) return
  const found = secretIn(text, holderOf(node))
  if (found === null) return
  subject.report({
    code: 'hard-coded-secret',
    severity: 'warning',
    at: node,
    message: say`This looks like ${found}: everybody who may read the lambda, through the API too, can read it.`,
    hint: 'From FusionAuth 1.64 keep it in Key Master and read it with context.services.secrets.get(name).',
  })
}

function isKey(node: AnyNode): boolean {
  const parent = parentOf(node)
  return parent?.type === 'Property' && parent.key === node
}

/** The name of the variable or property that is given the text. */
function holderOf(node: AnyNode): string | null {
  const parent = parentOf(node)
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : null
    case 'Property':
      return keyName(parent)
    case 'AssignmentExpression':
      if (parent.left.type === 'MemberExpression') return propertyName(parent.left)
      return parent.left.type === 'Identifier' ? parent.left.name : null
    default:
      return null
  }
}
