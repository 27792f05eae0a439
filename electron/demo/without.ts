/** A copy of an object without some of its properties. */
export function without<T extends object, Name extends keyof T>(
  object: T,
  ...names: readonly Name[]
): Omit<T, Name> {
  const kept = Object.entries(object).filter(([name]) => !names.some((left) => left === name))
  return Object.fromEntries(kept) as Omit<T, Name>
}
