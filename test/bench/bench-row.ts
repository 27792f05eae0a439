/** One figure of a bench; above `limit` it is a failure. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit?: number
}
