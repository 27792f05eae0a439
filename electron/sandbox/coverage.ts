import type ivm from 'isolated-vm'
import type { CoverageRange } from '../contract/models/sandbox.ts'

/** A measurement of which blocks of the body ran. */
export interface CoverageSession {
  take(): Promise<readonly CoverageRange[]>
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

/** Starts V8's precise block coverage through the isolate's own inspector. */
export async function startCoverage(isolate: ivm.Isolate): Promise<CoverageSession> {
  const session = isolate.createInspectorSession()
  const asked = new Map<number, (reply: Reply) => void>()
  session.onResponse = (id: number, text: string) => asked.get(id)?.(JSON.parse(text) as Reply)
  session.onNotification = () => undefined
  const ask = (method: string, params: object = {}): Promise<Reply> =>
    new Promise((resolve) => {
      const id = asked.size + 1
      asked.set(id, resolve)
      session.dispatchProtocolMessage(JSON.stringify({ id, method, params }))
    })
  await ask('Profiler.enable')
  await ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    take: async () => rangesOf(await ask('Profiler.takePreciseCoverage')),
    stop: () => session.dispose(),
  }
}

/** Outer ranges come first, so that a later range tells more of its stretch than an earlier one. */
function rangesOf(reply: Reply): readonly CoverageRange[] {
  const body = reply.result?.result?.find((script) => script.url === 'lambda.js')
  const ranges = body?.functions.flatMap((each) => each.ranges) ?? []
  return ranges.map(({ startOffset, endOffset, count }) => ({ start: startOffset, end: endOffset, count }))
}
