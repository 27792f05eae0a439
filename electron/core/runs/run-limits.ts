/** What a run may use where its request does not say; FusionAuth documents no limits. */
export interface RunLimits {
  readonly timeMs: number
  readonly memoryMb: number
}

export const usualRunLimits: RunLimits = { timeMs: 1000, memoryMb: 64 }
