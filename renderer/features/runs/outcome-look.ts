import type { RunOutcome } from '../../../electron/contract/models/run.ts'
import type { CaseResult } from '../../../electron/contract/models/test.ts'
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

/** How a case went against its expectation; undefined where it has none, or was not run. */
export function verdictLook(status: CaseResult['status'] | undefined): OutcomeLook | undefined {
  if (status === 'passed') return { label: 'test.passed', icon: 'i-lucide-circle-check', tone: 'good' }
  if (status === 'failed') return { label: 'test.failed', icon: 'i-lucide-circle-x', tone: 'bad' }
  return undefined
}

export function outcomeLook(outcome: RunOutcome): OutcomeLook {
  return looks[outcome]
}
