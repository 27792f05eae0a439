import type { AnyNode, MemberExpression } from 'acorn'
import type { ProblemFix } from '../../../contract/models/problem.ts'
import { said, say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { isFetchResult } from '../fetch-results.ts'
import { ancestors, parentOf, propertyName } from '../nodes.ts'
import type { Subject } from '../subject.ts'

/** How to say it with FusionAuth's `status`, `headers` and `body`; `call` where the browser's member is a function. */
const replacements: Readonly<
  Record<string, { readonly call: boolean; readonly write: (response: string) => string }>
> = {
  json: { call: true, write: (response) => `JSON.parse(${response}.body)` },
  text: { call: true, write: (response) => `${response}.body` },
  ok: { call: false, write: (response) => `(${response}.status >= 200 && ${response}.status < 300)` },
}

const otherMembers =
  /^(then|catch|finally|statusText|url|redirected|type|bodyUsed|blob|arrayBuffer|formData|bytes|clone)$/

/** Looks for members that a browser's response has and FusionAuth's has not. */
export const fetchResponse: Check = (subject) => ({
  MemberExpression: (node) => {
    if (!isFetchResult(subject, node.object)) {
      headerGet(subject, node)
      return
    }
    const name = propertyName(node)
    if (name !== null && (Object.hasOwn(replacements, name) || otherMembers.test(name)))
      report(subject, node, name)
  },
})

function report(subject: Subject, node: MemberExpression, name: string): void {
  const call = callOf(node)
  const fails = call !== null && subject.isCertain(node)
  const fix = replacement(subject, node, name)
  subject.report({
    code: 'fetch-response',
    severity: fails ? 'error' : 'warning',
    at: node.property,
    message: call
      ? say`The result of FusionAuth's fetch has no ${name}(): this throws a TypeError when it is reached.`
      : say`The result of FusionAuth's fetch has no ${name}: this is always undefined.`,
    hint: fix
      ? say`Write ${fix.text}.`
      : 'It has status (a number), headers (names in lower case) and body (a string).',
    ...(fix && { fix }),
  })
}

function replacement(subject: Subject, node: MemberExpression, name: string): ProblemFix | null {
  const known = Object.hasOwn(replacements, name) ? replacements[name] : undefined
  const call = callOf(node)
  if (!known || known.call !== (call !== null)) return null
  // A call may be written down once, not twice.
  const isMovable = node.object.type === 'Identifier' || (known.call && node.object.type === 'CallExpression')
  if (!isMovable || (!known.call && isAtStatementStart(node))) return null
  const whole = call ?? node
  const outer = parentOf(whole)
  const { start, end } = known.call && outer?.type === 'AwaitExpression' ? outer : whole
  const text = known.write(subject.textOf(node.object))
  return said<ProblemFix>({ title: say`Write ${text}`, start, end, text })
}

/** Where a bracket would go on with a statement before it that no semicolon ends. */
function isAtStatementStart(node: MemberExpression): boolean {
  for (const { node: parent } of ancestors(node)) {
    if (parent.start !== node.start) return false
    if (parent.type === 'ExpressionStatement') return true
  }
  return false
}

function callOf(node: MemberExpression): AnyNode | null {
  const parent = parentOf(node)
  return parent?.type === 'CallExpression' && parent.callee === node ? parent : null
}

/** `response.headers.get('x')`: the headers of a response are a plain object. */
function headerGet(subject: Subject, node: MemberExpression): void {
  const { object } = node
  if (object.type !== 'MemberExpression' || propertyName(object) !== 'headers' || !callOf(node)) return
  if (
    !isFetchResult(subject, object.object) ||
    !/^(get|has|forEach|entries|keys)$/.test(propertyName(node) ?? '')
  )
    return
  subject.report({
    code: 'fetch-response',
    severity: subject.isCertain(node) ? 'error' : 'warning',
    at: node.property,
    message: 'The headers of a response are a plain object: this throws a TypeError when it is reached.',
    hint: "Read a header by its name in lower case: response.headers['content-type'].",
  })
}
