import { createRequire } from 'node:module'
import type ivm from 'isolated-vm'
import type { ColdTask } from './cold-isolates.ts'

const isolatedVm = createRequire(import.meta.url)('isolated-vm') as typeof ivm

function runCold({ body, functionName, argumentsJson }: ColdTask): number {
  const started = performance.now()
  const isolate = new isolatedVm.Isolate({ memoryLimit: 64 })
  const context = isolate.createContextSync()
  isolate.compileScriptSync(body).runSync(context, { timeout: 1000 })
  const call = `const values = JSON.parse($0); ${functionName}(...values); return JSON.stringify(values)`
  const output = context.evalClosureSync(call, [argumentsJson], { timeout: 1000 }) as string
  isolate.dispose()
  if (output === argumentsJson) throw new Error('The lambda changed nothing.')
  return performance.now() - started
}

process.on('message', ({ task, times }: { task: ColdTask; times: number }) => {
  process.send?.(Array.from({ length: times }, () => runCold(task)))
})
process.on('disconnect', () => process.exit(0))
