import type { Member } from '../../../electron/contract/models/directory-member.ts'

/** Whom to take out of a group: these, or everybody, of whom there are `count`. */
export type RemovalTarget =
  | { readonly kind: 'members'; readonly members: readonly Member[] }
  | { readonly kind: 'all'; readonly count: number }
