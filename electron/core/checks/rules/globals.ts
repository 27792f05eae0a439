import type { Check } from '../check.ts'
import { fusionAuthGlobals, missingGlobal } from '../globals.ts'
import { globalEdition } from '../library.ts'
import { disjointRanges } from '../disjoint-ranges.ts'
import { parameterIdentifier } from '../lambda-function.ts'
import { parentOf } from '../nodes.ts'
import type { Mention } from '../scopes.ts'
import type { Finding, Subject } from '../subject.ts'
import type { ProblemFix } from '../../../contract/models/problem.ts'
import { said, say, type HostText } from '../../../contract/words.ts'

/** Looks at every name that neither the body nor the language level declares. */
export const globals: Check = (subject) => {
  const withs = disjointRanges()
  return {
    WithStatement: ({ body }) => withs.add(body),
    ImportExpression: (node) =>
      subject.report({
        code: 'unavailable-global',
        severity: subject.isCertain(node) ? 'error' : 'warning',
        at: node,
        message: 'FusionAuth loads no modules: import() fails.',
        hint: 'Put the code that you need into the body.',
      }),
    'Program:exit': () => {
      const { undeclared } = subject.names
      const asked = new Set(undeclared.filter(isAskedFor).map(({ identifier }) => identifier.name))
      for (const mention of undeclared) {
        // In a with statement a name may be one of the object's.
        if (asked.has(mention.identifier.name) || withs.has(mention.identifier.start)) continue
        const finding = judge(subject, mention)
        if (finding) subject.report(finding)
      }
    },
  }
}

/** `typeof name` is a question that any engine answers; who asks it knows that the name may be missing. */
function isAskedFor({ identifier }: Mention): boolean {
  const parent = parentOf(identifier)
  return parent?.type === 'UnaryExpression' && parent.operator === 'typeof'
}

function judge(subject: Subject, { identifier }: Mention): Finding | null {
  const { name } = identifier
  if (fusionAuthGlobals.includes(name) && !(name === 'fetch' && subject.level === 5)) return null
  const failing = () => (subject.isCertain(identifier) ? 'error' : 'warning')
  const parameter = subject.request.lambdaType.parameters.findIndex((passed) => passed.name === name)
  if (parameter >= 0) return undeclaredParameter(subject, identifier, parameter, failing())
  const edition = globalEdition(name)
  if (edition && edition > subject.level) return newerGlobal(identifier, edition, failing())
  const missing = missingGlobal(name)
  if (missing?.kind === 'absent') return absent(identifier, missing.hint, failing())
  if (missing) return unknown(identifier, missing.hint)
  if (name === 'fetch') return absent(identifier, 'fetch came with GraalJS; Nashorn lacks it.', failing())
  return undefinedVariable(identifier)
}

type Identifier = Mention['identifier']
type Failing = 'error' | 'warning'

function absent(at: Identifier, hint: HostText, severity: Failing): Finding {
  return {
    code: 'unavailable-global',
    severity,
    at,
    message: say`FusionAuth's engine has no ${at.name}: this throws a ReferenceError when it is reached.`,
    hint,
  }
}

function newerGlobal(at: Identifier, edition: number, severity: Failing): Finding {
  return {
    code: 'library-level',
    severity,
    at,
    message: say`${at.name} came with ECMAScript ${String(edition)}, which the engine is taken not to know.`,
    hint: 'Use an older means, or change ecmaVersion in studio.json if your server knows it.',
  }
}

function unknown(at: Identifier, hint: HostText): Finding {
  return {
    code: 'unknown-global',
    severity: 'warning',
    at,
    message: say`Whether a lambda may use ${at.name} is not documented, and the dry run does not have it.`,
    hint,
  }
}

function undefinedVariable(at: Identifier): Finding {
  return {
    code: 'undefined-variable',
    severity: 'warning',
    at,
    message: say`Nothing declares ${at.name}: this throws a ReferenceError when it is reached.`,
    hint: 'Look for a slip in the name, or declare it.',
  }
}

function undeclaredParameter(subject: Subject, at: Identifier, index: number, severity: Failing): Finding {
  const { lambda, request } = subject
  const declared = lambda?.node.params ?? []
  const added = request.lambdaType.parameters.slice(declared.length, index + 1).map(({ name }) => name)
  // In another order than FusionAuth's, what is to be added may be there already.
  const isNew = declared.every((param) => !added.includes(parameterIdentifier(param)?.name ?? ''))
  const inside = lambda !== null && at.start >= lambda.node.start && at.end <= lambda.node.end
  const last = declared.at(-1)
  return {
    code: 'undeclared-parameter',
    severity,
    at,
    message: say`${at.name} is an argument of ${request.lambdaType.functionName}, and no parameter here takes it.`,
    hint: inside ? say`Declare it as parameter ${index + 1}.` : 'Hand it to this function as an argument.',
    ...(inside &&
      last &&
      last.type !== 'RestElement' &&
      added.length > 0 &&
      isNew && {
        fix: said<ProblemFix>({
          title: say`Declare ${at.name}`,
          start: last.end,
          end: last.end,
          text: `, ${added.join(', ')}`,
        }),
      }),
  }
}
