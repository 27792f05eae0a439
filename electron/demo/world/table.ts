/** Rows by id, in the order in which they were added. Rows are never changed in place, only replaced. */
export class Table<Row extends { readonly id: string | number }> {
  readonly #rows = new Map<Row['id'], Row>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: Row['id'] | undefined): Row | undefined {
    return id === undefined ? undefined : this.#rows.get(id)
  }

  has(id: Row['id']): boolean {
    return this.#rows.has(id)
  }

  put(row: Row): Row {
    this.#rows.set(row.id, row)
    this.#onChange()
    return row
  }

  delete(id: Row['id']): boolean {
    const had = this.#rows.delete(id)
    if (had) this.#onChange()
    return had
  }

  values(): MapIterator<Row> {
    return this.#rows.values()
  }

  list(keep: (row: Row) => boolean = () => true): Row[] {
    return [...this.#rows.values()].filter(keep)
  }

  find(matches: (row: Row) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row
    return undefined
  }
}
