import { isChecked, parseArguments } from './checked.ts'
import { StudioError, toErrorData } from './errors.ts'
import { loadedGroup } from './groups-on-demand.ts'
import type { CallResult } from './transport.ts'
import { say } from './words.ts'

/** Answers calls by their path; never rejects. */
export type Server = (path: string, args: readonly unknown[]) => Promise<CallResult>

/** Called with what was thrown where a call failed in a way nobody planned for. */
export type ReportFault = (path: string, thrown: unknown) => void

/**
 * Makes the answering side of a transport from the API object itself.
 * Only the object's own groups and their own {@link Checked} functions are reached; anything else is answered
 * with `unknown-call`.
 */
export function serve(api: object, reportFault: ReportFault = () => undefined): Server {
  return async (path, args) => {
    try {
      const call = await findCall(api, path)
      return { ok: true, value: await call(...parseArguments(path, call, args)) }
    } catch (thrown) {
      if (!(thrown instanceof StudioError)) reportFault(path, thrown)
      return { ok: false, error: toErrorData(thrown) }
    }
  }
}

async function findCall(api: object, path: string) {
  const [group, method, ...rest] = path.split('.')
  const call = rest.length === 0 ? ownProperty(await loadedGroup(ownProperty(api, group)), method) : undefined
  if (isChecked(call)) return call
  throw new StudioError({
    code: 'unknown-call',
    message: say`The studio has no call named ${JSON.stringify(path.slice(0, 80))}.`,
    hint: 'The page and the studio may be of different versions; restart the studio and load the page again.',
  })
}

function ownProperty(owner: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof owner !== 'object' || owner === null) return undefined
  return Object.hasOwn(owner, name) ? (owner as Record<string, unknown>)[name] : undefined
}
