import type { AnyNode } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import type { NamedFunction } from '../lambda-function.ts'
import { functionAround } from '../nodes.ts'
import type { Finding } from '../subject.ts'

/** Says what FusionAuth may not do as meant with a function that is no plain declaration. */
export const functionForm: Check = ({ lambda, report }) => {
  let awaits = false
  const note = (node: AnyNode) => {
    awaits ||= functionAround(node) === lambda?.node
  }
  return {
    AwaitExpression: note,
    ForOfStatement: (node) => {
      if (node.await) note(node)
    },
    'Program:exit': () => {
      if (!lambda) return
      if (lambda.node.async || lambda.node.generator) report(deferred(lambda, awaits))
      if (lambda.form !== 'declaration') report(undeclared(lambda))
    },
  }
}

function deferred({ name, node }: NamedFunction, awaits: boolean): Finding {
  if (node.generator) {
    return {
      code: 'function-form',
      severity: 'error',
      at: name,
      message: say`A call of the generator ${name.name} runs none of its statements.`,
      hint: 'Remove the asterisk.',
    }
  }
  return {
    code: 'async-function',
    severity: awaits ? 'error' : 'warning',
    at: name,
    message: awaits
      ? say`${name.name} awaits: FusionAuth is not documented to wait, so what stands after the await counts as not run.`
      : say`${name.name} is async: it gives a promise, and FusionAuth is not documented to wait for one.`,
    hint: 'Remove async and await; fetch and the secrets service give their results at once.',
  }
}

function undeclared({ name, form }: NamedFunction): Finding {
  const lexical = form === 'let' || form === 'const'
  return {
    code: 'function-form',
    severity: lexical ? 'warning' : 'info',
    at: name,
    message: lexical
      ? say`${name.name} is held by a ${form}, which is not a property of the global object: FusionAuth may not find it.`
      : say`FusionAuth documents a declared function; ${name.name} is a variable that holds one.`,
    hint: say`Write function ${name.name}(...) { ... }`,
  }
}
