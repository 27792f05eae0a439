import type { RunOutcome } from '../../../electron/contract/models/run.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

/** How an outcome shows: never by colour alone. */
export interface OutcomeLook {
  readonly label: PlainMessageKey
  readonly icon: string
  readonly tone: 'good' | 'bad' | 'warn'
}

const looks: Readonly<Record<RunOutcome, OutcomeLook>> = {
  completed: { label: 'outcome.completed', icon: 'i-lucide-circle-check', tone: 'good' },
  threw: { label: 'outcome.threw', icon: 'i-lucide-circle-x', tone: 'bad' },
  'timed-out': { label: 'outcome.timedOut', icon: 'i-lucide-timer-off', tone: 'bad' },
  'out-of-memory': { label: 'outcome.outOfMemory', icon: 'i-lucide-memory-stick', tone: 'bad' },
  crashed: { label: 'outcome.crashed', icon: 'i-lucide-zap-off', tone: 'bad' },
  refused: { label: 'outcome.refused', icon: 'i-lucide-ban', tone: 'warn' },
}

export function outcomeLook(outcome: RunOutcome): OutcomeLook {
  return looks[outcome]
}
