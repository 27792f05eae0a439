import type { AnyNode } from 'acorn'
import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { isFetchCall } from '../fetch-results.ts'
import { parameterIdentifier } from '../lambda-function.ts'
import { argumentAt, keyName, propertyName } from '../nodes.ts'
import { isOlder } from '../server-version.ts'
import type { Subject } from '../subject.ts'

interface Need {
  readonly what: string
  readonly since: string
  readonly at: AnyNode
}

/** Tells which FusionAuth version the body needs: where the server is known if it is older, else for the secrets service. */
export const needsVersion: Check = (subject) => {
  const needs = new Map<string, Need>()
  const note = (need: Need) => {
    if (!needs.has(need.what)) needs.set(need.what, need)
  }
  return {
    CallExpression: (node) => {
      if (!isFetchCall(subject, node)) return
      note({ what: 'fetch', since: '1.35.0', at: node.callee })
      const options = argumentAt(node, 1)
      for (const property of options?.type === 'ObjectExpression' ? options.properties : []) {
        const name = property.type === 'Property' ? keyName(property) : null
        if (name === 'connectTimeout' || name === 'readTimeout')
          note({ what: name, since: '1.55.0', at: property })
      }
    },
    MemberExpression: (node) => {
      if (propertyName(node) !== 'services' || subject.pathOf(node)?.parameter.name !== 'context') return
      note({ what: 'context.services', since: '1.64.0', at: node })
    },
    'Program:exit': () => {
      for (const need of usedParameters(subject)) note(need)
      for (const need of needs.values()) report(subject, need)
    },
  }
}

/** The declared parameters that the body uses and FusionAuth has not always passed. */
function usedParameters({ lambda, names, request }: Subject): Need[] {
  return (lambda?.node.params ?? []).flatMap((pattern, index) => {
    const since = request.lambdaType.parameters[index]?.since
    const name = parameterIdentifier(pattern)
    const used = name && names.variableOf(name)?.mentions.some(({ reads }) => reads)
    return since && name && used ? [{ what: `the parameter ${name.name}`, since, at: name }] : []
  })
}

function report({ request, report: send }: Subject, { what, since, at }: Need): void {
  const { serverVersion } = request
  const isOld = serverVersion !== undefined && isOlder(serverVersion, since)
  if (!isOld && (serverVersion !== undefined || what !== 'context.services')) return
  send({
    code: 'needs-version',
    severity: isOld ? 'warning' : 'info',
    at,
    message: isOld
      ? say`FusionAuth ${serverVersion} does not have ${what}, which came with ${since}.`
      : say`${what} came with FusionAuth ${since}.`,
    hint: 'Update the server, or do without it.',
  })
}
