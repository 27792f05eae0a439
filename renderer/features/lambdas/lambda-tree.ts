import type { LambdaGroup } from './group-lambdas.ts'

/** One row of the tree of lambdas. */
export type LambdaNode =
  | {
      readonly kind: 'type'
      readonly key: string
      readonly label: string
      readonly children: LambdaNode[]
    }
  | { readonly kind: 'lambda'; readonly key: string; readonly label: string; readonly id: string }

/** The rows of the tree: types, and their lambdas below them. */
export function lambdaTree(groups: readonly LambdaGroup[]): LambdaNode[] {
  return groups.map(({ type, title, lambdas }) => ({
    kind: 'type',
    key: `type ${type}`,
    label: title,
    children: lambdas.map(({ id, name }) => ({ kind: 'lambda', key: id, label: name, id })),
  }))
}

/** The keys of the types that are open: all but the ones that the user closed. */
export function openKeys(tree: readonly LambdaNode[], closed: ReadonlySet<string>): string[] {
  return tree.flatMap(({ kind, key }) => (kind === 'type' && !closed.has(key) ? [key] : []))
}
