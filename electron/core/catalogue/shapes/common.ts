import type { Shape } from './shape.ts'

/** Scalars with a unit, and free-form data; also the deep read-only type. */
export const common: Shape = {
  name: 'common',
  needs: [],
  text: `/** A UUID as text, for example \`e1a2b3c4-5d6e-4f70-8a9b-0c1d2e3f4a5b\`. */
type UUID = string

/** Milliseconds since 1970-01-01T00:00:00Z. */
type Instant = number

/** Seconds since 1970-01-01T00:00:00Z, as JWTs have them. */
type EpochSeconds = number

/** Any JSON value under names of your own choice. */
interface CustomData {
  [name: string]: any
}

/** A value to read: FusionAuth does not keep what a lambda writes to it. */
type ReadOnly<T> = unknown extends T
  ? T
  : T extends (...values: never[]) => unknown
    ? T
    : T extends readonly (infer Item)[]
      ? ReadOnlyList<ReadOnly<Item>>
      : T extends object
        ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
        : T

/** A list to read. It may be handed on to a place that is kept; to change it, copy it first: \`[...list]\`. */
interface ReadOnlyList<Item> extends Array<Item> {
  readonly [index: number]: Item
  fill(this: CopyTheListFirst, value: Item, start?: number, end?: number): this
  pop(this: CopyTheListFirst): Item | undefined
  push(this: CopyTheListFirst, ...items: Item[]): number
  reverse(this: CopyTheListFirst): Item[]
  shift(this: CopyTheListFirst): Item | undefined
  sort(this: CopyTheListFirst, compare?: (a: Item, b: Item) => number): this
  splice(this: CopyTheListFirst, start: number, deleteCount?: number, ...items: Item[]): Item[]
  unshift(this: CopyTheListFirst, ...items: Item[]): number
}

/** What no list is: it makes the compiler mark a change of a list that is only to be read. */
interface CopyTheListFirst {
  readonly 'FusionAuth does not keep changes of this list': never
}`,
}
