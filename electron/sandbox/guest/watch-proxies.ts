import type { Primordials } from './primordials.ts'

/**
 * Notices when the lambda makes its first proxy, and gives a function that tells so. A proxy cannot be told from what
 * it stands for, and may answer otherwise each time it is asked.
 */
export function watchProxies(p: Primordials): () => boolean {
  const original = p.globals['Proxy'] as { readonly revocable: object } | undefined
  let isMade = false
  if (!original) return () => false
  // Handlers that inherit would let a lambda add traps to them.
  const handler = p.create(null)
  handler['construct'] = (target: object, args: readonly unknown[], newTarget: object) => {
    isMade = true
    return p.construct(target, args, newTarget === standIn ? target : newTarget)
  }
  const revocableHandler = p.create(null)
  revocableHandler['apply'] = (target: () => unknown, self: unknown, args: readonly unknown[]) => {
    isMade = true
    return p.apply(target, self, args) as unknown
  }
  const standIn: object = new p.Proxy(original, handler)
  p.hide(original, 'revocable', new p.Proxy(original.revocable, revocableHandler))
  p.hide(p.globals, 'Proxy', standIn)
  return () => isMade
}
