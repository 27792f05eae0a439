/** What a code editor can be asked by its owner. */
export interface RevealsPlaces {
  /** Puts the cursor at a place, counted from 1, and the place into view. */
  reveal(line: number, column?: number): void
}
