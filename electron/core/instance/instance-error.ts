import { StudioError, type ErrorData } from '../../contract/errors.ts'
import type { Unsaid } from '../../contract/words.ts'

/** Why a request to an instance failed. Its code starts with `instance-` or `key-`; its texts never hold the key. */
export class InstanceError extends StudioError {
  /** The HTTP status; null where there was no answer that could be used. */
  readonly status: number | null

  constructor(data: Unsaid<ErrorData>, status: number | null, options?: ErrorOptions) {
    super(data, options)
    this.status = status
  }

  /** The instance may have done what it was asked for all the same. */
  get isUncertain(): boolean {
    return this.status === null ? !neverSent.has(this.code) : this.status >= 500 && this.status !== 503
  }
}

const neverSent = new Set(['instance-unreachable', 'instance-tls', 'instance-redirected', 'key-missing'])

/** Whether something thrown is a failed request with this HTTP status. */
export function isStatus(thrown: unknown, ...statuses: readonly number[]): boolean {
  return thrown instanceof InstanceError && thrown.status !== null && statuses.includes(thrown.status)
}
