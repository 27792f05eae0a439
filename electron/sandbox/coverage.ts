import type ivm from 'isolated-vm'
import type { CoverageRange } from '../contract/models/sandbox.ts'

/** A measurement of which blocks of the body ran. */
export interface CoverageSession {
  take(): readonly CoverageRange[]
  stop(): void
}

interface FunctionCoverage {
  readonly ranges: readonly {
    readonly startOffset: number
    readonly endOffset: number
    readonly count: number
  }[]
}

interface Reply {
  readonly id?: number
  readonly result?: {
    readonly result?: readonly { readonly url: string; readonly functions: readonly FunctionCoverage[] }[]
  }
}

/** Starts V8's precise block coverage through the isolate's own inspector; it answers in the same turn. */
export function startCoverage(isolate: ivm.Isolate): CoverageSession {
  const session = isolate.createInspectorSession()
  let last: Reply = {}
  session.onResponse = (_id: number, text: string) => {
    last = JSON.parse(text) as Reply
  }
  session.onNotification = () => undefined
  let id = 0
  const ask = (method: string, params: object = {}): Reply => {
    session.dispatchProtocolMessage(JSON.stringify({ id: ++id, method, params }))
    return last
  }
  ask('Profiler.enable')
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    take: () => rangesOf(ask('Profiler.takePreciseCoverage')),
    stop: () => session.dispose(),
  }
}

/** Outer ranges come first, so that a later range tells more of its stretch than an earlier one. */
function rangesOf(reply: Reply): readonly CoverageRange[] {
  const body = reply.result?.result?.find((script) => script.url === 'lambda.js')
  const ranges = body?.functions.flatMap((each) => each.ranges) ?? []
  return ranges.map(({ startOffset, endOffset, count }) => ({ start: startOffset, end: endOffset, count }))
}
