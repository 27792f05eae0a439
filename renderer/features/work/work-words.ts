import type { Job } from '../../../electron/contract/models/job.ts'
import { t, type PlainMessageKey } from '../../messages/translate.ts'

const titles: Readonly<Record<Job['kind'], PlainMessageKey>> = {
  test: 'work.test',
  property: 'work.property',
  sync: 'work.sync',
  members: 'work.members',
  'member-run': 'work.memberRun',
  'event-log': 'work.eventLog',
}

const states: Readonly<Record<Job['state'], PlainMessageKey>> = {
  running: 'work.running',
  done: 'work.done',
  cancelled: 'work.cancelled',
  failed: 'work.failed',
}

export const jobTitle = ({ kind }: Pick<Job, 'kind'>): string => t(titles[kind])
export const stateName = ({ state }: Pick<Job, 'state'>): string => t(states[state])

/** How the end of a job shows: never by colour alone. */
export const stateLooks: Readonly<Record<Job['state'], { readonly icon: string; readonly class: string }>> = {
  running: { icon: 'i-lucide-loader-circle', class: 'text-primary' },
  done: { icon: 'i-lucide-circle-check', class: 'text-added' },
  cancelled: { icon: 'i-lucide-circle-slash', class: 'text-muted' },
  failed: { icon: 'i-lucide-circle-x', class: 'text-removed' },
}
