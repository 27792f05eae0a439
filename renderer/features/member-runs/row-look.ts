import type { MemberRunRow } from '../../../electron/contract/models/directory-run.ts'
import { outcomeLook, type OutcomeLook } from '../runs/outcome-look.ts'

/** How the outcome for a member shows: never by colour alone. */
export const outcomeLooks: Readonly<Record<MemberRunRow['outcome'], OutcomeLook>> = {
  completed: outcomeLook('completed'),
  threw: outcomeLook('threw'),
  'timed-out': outcomeLook('timed-out'),
  'out-of-memory': outcomeLook('out-of-memory'),
  crashed: outcomeLook('crashed'),
  refused: outcomeLook('refused'),
  failed: { label: 'memberRun.failed', icon: 'i-lucide-circle-alert', tone: 'bad' },
}

export const toneClasses: Readonly<Record<OutcomeLook['tone'], string>> = {
  good: 'text-added',
  bad: 'text-removed',
  warn: 'text-changed',
}
