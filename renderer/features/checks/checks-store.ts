import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { CheckRequest } from '../../../electron/contract/models/check.ts'
import type { Problem } from '../../../electron/contract/models/problem.ts'
import { studio } from '../../studio.ts'

/** What the checks found in one body. */
export interface CheckedBody {
  readonly body: string
  readonly type: string
  readonly problems: readonly Problem[]
}

/** What the checks say of each lambda, by its id. */
export const useChecks = defineStore('checks', () => {
  const results = shallowReactive(new Map<string, CheckedBody>())
  const asked = new Map<string, number>()

  /** Checks a body; an answer that comes after a later question, or after the body was edited, is dropped. */
  async function check(id: string, request: CheckRequest, isCurrent: () => boolean): Promise<void> {
    const number = (asked.get(id) ?? 0) + 1
    asked.set(id, number)
    const problems = await studio.checks.check(request).catch(() => undefined)
    // The page says that the studio does not answer; what was found before stays until it does.
    if (!problems || asked.get(id) !== number || !isCurrent()) return
    results.set(id, { body: request.body, type: request.type, problems })
  }

  const of = (id: string): CheckedBody | undefined => results.get(id)
  const forget = (id: string): boolean => results.delete(id)

  return { check, of, forget }
})
