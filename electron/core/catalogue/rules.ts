import type { WriteRule } from '../../contract/models/lambda-type.ts'

/** Claims that FusionAuth keeps to itself: a change or a removal is dropped in silence. */
export function reservedClaims(parameter: string, claims: readonly string[]): readonly WriteRule[] {
  return claims.map((claim) => ({
    path: `/${parameter}/${claim}`,
    kind: 'reserved',
    message: `FusionAuth sets ${claim} itself and drops what a lambda does to it.`,
  }))
}

/** A claim that a lambda may only make smaller. */
export function mayShrink(path: string, message: string): WriteRule {
  return { path, kind: 'may-shrink', message }
}

/** Login names of a user who is already linked to the provider. */
export const frozenLoginNames: readonly WriteRule[] = ['email', 'username'].map((field) => ({
  path: `/user/${field}`,
  kind: 'frozen-when-linked',
  message: `FusionAuth ignores a change of user.${field} once the user is linked.`,
}))
