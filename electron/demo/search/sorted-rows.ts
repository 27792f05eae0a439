/** Remembers the last list that was sorted, for as long as its source does not change. */
export class SortedRows<Row> {
  #name: string | undefined
  #revision = -1
  #rows: readonly Row[] = []

  get(name: string, revision: number, sort: () => Row[]): readonly Row[] {
    if (this.#name !== name || this.#revision !== revision) {
      this.#rows = sort()
      this.#name = name
      this.#revision = revision
    }
    return this.#rows
  }
}
