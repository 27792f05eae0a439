import { defaultTiming, type Connection } from '../../electron/core/instance/connection.ts'
import { Instance } from '../../electron/core/instance/instance.ts'

/** Short waits, so that tests of faults are quick. */
export const quickTiming = { ...defaultTiming, answerMs: 2000, pauseMs: 5, longestPauseMs: 50 }

/** A connection for a test. */
export function connect(url: string, key: string | null, change: Partial<Connection> = {}): Instance {
  return new Instance({ url, key, tenantId: null, fetch, timing: quickTiming, ...change })
}
