import type { WriteRule } from '../../contract/models/lambda-type.ts'
import { said, say, type HostText } from '../../contract/words.ts'

/** Claims that FusionAuth keeps to itself: a change or a removal is dropped in silence. */
export function reservedClaims(parameter: string, claims: readonly string[]): readonly WriteRule[] {
  return claims.map((claim) =>
    said<WriteRule>({
      path: `/${parameter}/${claim}`,
      kind: 'reserved',
      message: say`FusionAuth sets ${claim} itself and drops what a lambda does to it.`,
    }),
  )
}

/** A claim that a lambda may only make smaller. */
export function mayShrink(path: string, message: HostText): WriteRule {
  return said<WriteRule>({ path, kind: 'may-shrink', message })
}

/** Login names of a user who is already linked to the provider. */
export const frozenLoginNames: readonly WriteRule[] = ['email', 'username'].map((field) =>
  said<WriteRule>({
    path: `/user/${field}`,
    kind: 'frozen-when-linked',
    message: say`FusionAuth ignores a change of user.${field} once the user is linked.`,
  }),
)
