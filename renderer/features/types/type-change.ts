import type { LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'

/** What of a body does not fit another type; all of it can be mended in the body, which is kept as it is. */
export type Misfit =
  | { readonly kind: 'function'; readonly has: string; readonly wants: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'order'; readonly wants: string }

type Signature = Pick<LambdaTypeInfo, 'functionName' | 'parameters'>

/** What will no longer fit when a body that was written for one type becomes a lambda of another. */
export function misfits(body: string, from: Signature, to: Signature): Misfit[] {
  const mentions = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(body)
  const before = from.parameters.map(({ name }) => name)
  const after = to.parameters.map(({ name }) => name)
  const gone = before.filter((name) => !after.includes(name) && mentions(name))
  const moved = before.some((name, position) => after.includes(name) && after[position] !== name)
  return [
    ...(from.functionName !== to.functionName && !mentions(to.functionName)
      ? [{ kind: 'function' as const, has: from.functionName, wants: to.functionName }]
      : []),
    ...gone.map((name) => ({ kind: 'parameter' as const, name })),
    ...(moved ? [{ kind: 'order' as const, wants: `${to.functionName}(${after.join(', ')})` }] : []),
  ]
}
