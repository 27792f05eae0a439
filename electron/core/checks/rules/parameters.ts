import type { Pattern } from 'acorn'
import type { ParameterInfo } from '../../../contract/models/lambda-type.ts'
import { say, type Worded } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { parameterIdentifier } from '../lambda-function.ts'
import type { Finding, Subject } from '../subject.ts'

/** Compares the declared parameters with what FusionAuth passes, by position. */
export const parameters: Check = (subject) => ({
  'Program:exit': () => {
    if (!subject.request.lambdaType.known) return
    const declared = subject.lambda?.node.params ?? []
    tooMany(subject, declared)
    declared.forEach((pattern, index) => misplaced(subject, pattern, index))
  },
})

function tooMany({ request, report }: Subject, declared: readonly Pattern[]): void {
  const passed = request.lambdaType.parameters
  const [first] = declared.slice(passed.length)
  const last = declared.at(-1)
  if (!first || !last || first.type === 'RestElement') return
  report({
    code: 'too-many-parameters',
    severity: 'warning',
    at: { start: first.start, end: last.end },
    message: say`FusionAuth passes ${passed.length} arguments for ${request.lambdaType.type}; this one stays undefined.`,
    hint: orderOf(passed),
  })
}

function misplaced({ request, report }: Subject, pattern: Pattern, index: number): void {
  const name = parameterIdentifier(pattern)
  const passed = request.lambdaType.parameters
  const place = passed[index]
  if (!name || !place || plain(place.name) === plain(name.name)) return
  const other = passed.findIndex((parameter) => plain(parameter.name) === plain(name.name))
  if (other >= 0) report(wrongPlace(name, place, other, passed))
}

function wrongPlace(
  at: { readonly start: number; readonly end: number; readonly name: string },
  place: ParameterInfo,
  other: number,
  passed: readonly ParameterInfo[],
): Finding {
  return {
    code: 'parameter-order',
    severity: 'warning',
    at,
    message: say`FusionAuth passes by position: this parameter gets ${place.name}; ${at.name} is argument ${other + 1}.`,
    hint: orderOf(passed),
  }
}

function orderOf(passed: readonly ParameterInfo[]): Worded {
  return say`FusionAuth passes, in this order: ${passed.map(({ name }) => name).join(', ')}.`
}

/** A name without what people write in different ways: `id_token` and `idToken`. */
function plain(name: string): string {
  return name.replace(/_/g, '').toLowerCase()
}
