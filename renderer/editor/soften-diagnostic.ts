const warning = 0

/** "Possibly null or undefined", in TypeScript's five wordings. */
const possiblyMissing = new Set([2531, 2532, 18047, 18048, 18049])

/**
 * Makes a warning of what is only likely wrong: a field that may be missing is there for many users,
 * and a body that reads it unguarded is no broken body.
 */
export function soften<D extends { readonly code: number; readonly category: number }>(diagnostic: D): D {
  return possiblyMissing.has(diagnostic.code) ? { ...diagnostic, category: warning } : diagnostic
}
