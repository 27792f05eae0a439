/** Everything the studio tells its faces unasked. A face that missed an event must still be right after a call. */
export interface StudioEvents {
  /** The process that runs lambdas came up or was lost. */
  'sandbox.changed': { readonly state: 'ready' | 'restarting'; readonly restarts: number }
}

export type EventName = keyof StudioEvents
