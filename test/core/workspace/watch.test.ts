import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchWorkspace, type Watch } from '../../../electron/core/workspace/watch.ts'
import { eventually, temporaryFolder } from '../../helpers/workspace-studio.ts'

/** Watches an empty folder and makes a lambda in it, so many turns after the folder of lambdas. */
async function lambdaAfter(turns: number): Promise<{ readonly told: Set<string>; readonly watch: Watch }> {
  const folder = temporaryFolder()
  const told = new Set<string>()
  const ready = Promise.withResolvers<unknown>()
  const watch = watchWorkspace(folder, {
    ready: () => ready.resolve(null),
    edited: ({ slugs }) => slugs.forEach((slug) => told.add(slug)),
    lost: (reason) => expect.fail(reason),
  })
  await ready.promise
  mkdirSync(join(folder, 'lambdas'))
  for (let turn = 0; turn < turns; turn++) await nextTurn()
  mkdirSync(join(folder, 'lambdas/sign'))
  writeFileSync(join(folder, 'lambdas/sign/lambda.js'), 'x')
  return { told, watch }
}

test('what comes into a folder just as it is found is told', async () => {
  const watches = await Promise.all(Array.from({ length: 60 }, (_, turns) => lambdaAfter(turns)))
  await eventually(() => watches.every(({ told }) => told.has('sign')), 'all are told')
  await Promise.all(watches.map(({ watch }) => watch.close()))
})
