import type { AnyNode, CallExpression } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { argumentAt, bare, propertyName } from '../nodes.ts'
import type { Subject } from '../subject.ts'

const documented = ['info', 'log', 'debug', 'error']

/** Holds calls of console to what FusionAuth documents: four methods, one argument, text. */
export const consoleCalls: Check = (subject) => ({
  CallExpression: (node) => {
    const method = consoleMethod(subject, node)
    if (method === null) return
    if (!documented.includes(method)) undocumented(subject, node, method)
    severalArguments(subject, node)
    const [first] = node.arguments
    if (first && isObject(subject, first)) object(subject, first)
  },
})

function consoleMethod({ names }: Subject, { callee }: CallExpression): string | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null
  const isConsole = callee.object.name === 'console' && !names.variableOf(callee.object)?.declared
  return isConsole ? propertyName(callee) : null
}

function undocumented({ report }: Subject, { callee }: CallExpression, method: string): void {
  const isWarn = method === 'warn'
  report({
    code: 'console-method',
    severity: isWarn ? 'info' : 'warning',
    at: callee.type === 'MemberExpression' ? callee.property : callee,
    message: isWarn
      ? 'FusionAuth does not list console.warn, though its newest examples use it: older servers may lack it.'
      : say`FusionAuth documents no console.${method}.`,
    hint: isWarn ? 'Use console.info or console.error.' : 'Use console.info.',
  })
}

function severalArguments({ report }: Subject, node: CallExpression): void {
  const second = argumentAt(node, 1) ?? node.arguments[1]
  const last = node.arguments.at(-1)
  if (!second || !last) return
  report({
    code: 'console-arguments',
    severity: 'warning',
    at: { start: second.start, end: last.end },
    message: 'FusionAuth documents one argument for console; whether the others are logged is not known.',
    hint: 'Join them to one text.',
  })
}

function isObject(subject: Subject, argument: AnyNode): boolean {
  if (argument.type === 'ObjectExpression' || argument.type === 'ArrayExpression') return true
  const path = subject.pathOf(bare(argument))
  return path !== null && (path.segments.length === 0 || path.segments.at(-1) === 'data')
}

function object(subject: Subject, at: AnyNode): void {
  const text = `JSON.stringify(${subject.textOf(at)})`
  subject.report({
    code: 'console-object',
    severity: 'warning',
    at,
    message: 'An object is logged without its content.',
    hint: say`Write ${text.length < 60 ? text : 'JSON.stringify(...)'}.`,
    fix: { title: 'Wrap in JSON.stringify', start: at.start, end: at.end, text },
  })
}
