import type { MemberResult, MemberTotals } from '../../../contract/models/directory-member-change.ts'
import type { MessageWords } from '../../../contract/words.ts'

/** One user of an order. */
export interface OrderRow {
  readonly line: number | null
  readonly given: string
  readonly action: MemberResult['action']
}

/** How one user's turn ended. */
export interface Ending extends MessageWords {
  readonly outcome: MemberResult['outcome']
  readonly code?: string
  readonly message: string
  readonly userId?: string | null
  readonly memberId?: string | null
}

/** What became of each user of an order: every row ends once. */
export class Ledger {
  readonly #rows: readonly OrderRow[]
  readonly #results: MemberResult[] = []
  readonly #ended = new Set<number>()
  readonly #totals = { done: 0, skipped: 0, failed: 0 }
  readonly #onProgress: (done: number, total: number) => void

  constructor(rows: readonly OrderRow[], onProgress: (done: number, total: number) => void) {
    this.#rows = rows
    this.#onProgress = onProgress
    onProgress(0, rows.length)
  }

  get totals(): MemberTotals {
    return { ...this.#totals }
  }

  /** Results so far in the order of the rows. */
  get results(): readonly MemberResult[] {
    return Object.values(this.#results)
  }

  /** Ends a row, unless it has ended. */
  end(row: number, { outcome, code, message, messageWords, userId, memberId }: Ending): void {
    const given = this.#rows[row]
    if (!given || this.#ended.has(row)) return
    this.#ended.add(row)
    this.#results[row] = {
      row,
      ...given,
      userId: userId ?? null,
      memberId: memberId ?? null,
      outcome,
      code: code ?? null,
      message,
      ...(messageWords && { messageWords }),
    }
    this.#totals[outcome] += 1
    const { done, skipped, failed } = this.#totals
    this.#onProgress(done + skipped + failed, this.#rows.length)
  }

  /** Ends what has not ended. */
  endRest(ending: Ending): void {
    for (const row of this.#rows.keys()) this.end(row, ending)
  }
}
