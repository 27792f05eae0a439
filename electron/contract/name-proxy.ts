/** An object whose every property is made from its name, when it is first asked for. */
export function nameProxy(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>()
  return new Proxy(Object.create(null) as object, {
    get(_target, name) {
      // A proxy that answers to `then` would be taken for a promise by `await`.
      if (typeof name !== 'string' || name === 'then') return undefined
      const known = made.get(name) ?? make(name)
      made.set(name, known)
      return known
    },
  })
}
