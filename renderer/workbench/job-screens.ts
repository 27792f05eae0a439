import type { Job } from '../../electron/contract/models/job.ts'
import type { ActivityId } from '../shell/activities.ts'

/** The screen that tells of a kind of work itself; elsewhere a toast does. */
export const jobScreens: Readonly<Partial<Record<Job['kind'], ActivityId>>> = {
  test: 'tests',
  property: 'tests',
  sync: 'instances',
  members: 'groups',
  'member-run': 'groups',
}
