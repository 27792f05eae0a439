import type { EventLogRun } from './models/event-log.ts'
import type { Job } from './models/job.ts'
import type { SettingsState } from './models/setting.ts'
import type { SyncResult } from './models/sync-order.ts'
import type { CaseResult } from './models/test.ts'

/** Everything the studio tells its faces unasked. A face that missed an event must still be right after a call. */
export interface StudioEvents {
  /** The process that runs lambdas came up or was lost. */
  'sandbox.changed': { readonly state: 'ready' | 'restarting'; readonly restarts: number }
  /** Another workspace was opened, or none is open now. */
  'workspace.opened': { readonly folder: string | null }
  /**
   * Files were changed by another program: read these lambdas (and their cases) again; `config` for studio.json.
   * `gone`: the folder itself was deleted or moved away.
   */
  'workspace.changed': { readonly slugs: readonly string[]; readonly config: boolean; readonly gone: boolean }
  /** Outside edits cannot be noticed at once, for example because the system has no more watches. */
  'workspace.unwatched': { readonly reason: string }
  /** A job began, came on or ended. */
  'jobs.changed': Job
  /** Cases of a test are done; each result comes once. */
  'tests.results': { readonly jobId: string; readonly results: readonly CaseResult[] }
  /** Entries of a push, pull, promotion or undo are done. A result comes again where reading back found otherwise. */
  'sync.results': { readonly jobId: string; readonly results: readonly SyncResult[] }
  /** Instances or their keys were changed: list them again. */
  'instances.changed': Record<string, never>
  /** Settings were changed, here or in their file. */
  'settings.changed': SettingsState
  /** New entries of an event log that is followed, oldest first. */
  'eventLog.entries': { readonly jobId: string; readonly runs: readonly EventLogRun[] }
  /** The user chose a command in the menu of the system. */
  'shell.command': { readonly id: string }
  /** Something came to this window from outside: take it with `shell.takeArrivals`. */
  'shell.arrived': Record<string, never>
  /** The window is about to close while text is not saved: ask the user, then call `shell.answerClosing`. */
  'shell.closing': Record<string, never>
}

export type EventName = keyof StudioEvents
