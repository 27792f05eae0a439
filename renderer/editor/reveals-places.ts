/** What a code editor can be asked by its owner. */
export interface RevealsPlaces {
  /** Puts the cursor at a place, counted from 1, and the place into view. */
  reveal(line: number, column?: number): void
  /** Takes the focus; where the editor is still being loaded, once it is there. */
  focus(): void
}

/** What a code editor that is only looked at can be asked. */
export interface ShowsPlaces {
  /** Puts a line into view; the focus stays where it is. */
  show(line: number): void
}
