import type { CallExpression, Expression, ObjectExpression } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { isFetchCall } from '../fetch-results.ts'
import { argumentAt, keyName } from '../nodes.ts'
import { removedAwait } from '../removed-await.ts'
import type { Subject } from '../subject.ts'

const knownOptions = ['method', 'headers', 'body', 'connectTimeout', 'readTimeout']

/** Looks at what is handed to fetch, and tells once what fetch costs; Nashorn has no fetch. */
export const fetchCalls: Check = (subject) => {
  let told = subject.level === 5
  return {
    CallExpression: (node) => {
      if (!isFetchCall(subject, node)) return
      const options = argumentAt(node, 1)
      if (options?.type === 'ObjectExpression') checkOptions(subject, options)
      if (!told) cost(subject, node)
      told = true
    },
    AwaitExpression: (node) => {
      if (!isFetchCall(subject, node.argument)) return
      subject.report({
        code: 'await-fetch',
        severity: 'warning',
        at: { start: node.start, end: node.start + 5 },
        message: "FusionAuth's fetch gives its result at once; what stands after an await may never run.",
        hint: 'Remove await.',
        ...removedAwait(subject.request.body, node),
      })
    },
  }
}

function cost({ report }: Subject, { callee }: CallExpression): void {
  report({
    code: 'fetch-cost',
    severity: 'info',
    at: callee,
    message:
      'fetch needs a paid FusionAuth plan, and the login waits for the answer: up to 2 s to connect and 2 s to read unless set otherwise.',
    hint: 'Set connectTimeout and readTimeout (in ms), and catch the failure where the login should go on without it.',
  })
}

function checkOptions(subject: Subject, options: ObjectExpression): void {
  for (const property of options.properties) {
    if (property.type !== 'Property') continue
    const name = keyName(property)
    if (name === 'body') checkText(subject, property.value)
    if (name === null || knownOptions.includes(name)) continue
    subject.report({
      code: 'fetch-options',
      severity: 'warning',
      at: property.key,
      message: say`FusionAuth's fetch documents no option ${name}.`,
      hint: say`It knows ${knownOptions.join(', ')}.`,
    })
  }
}

function checkText(subject: Subject, value: Expression): void {
  if (value.type !== 'ObjectExpression' && value.type !== 'ArrayExpression') return
  const text = subject.textOf(value)
  subject.report({
    code: 'fetch-body',
    severity: 'warning',
    at: value,
    message: "The body of a request must be a string: FusionAuth's fetch does not turn objects into JSON.",
    hint: 'Wrap it in JSON.stringify.',
    fix: {
      title: 'Wrap in JSON.stringify',
      start: value.start,
      end: value.end,
      text: `JSON.stringify(${text})`,
    },
  })
}
