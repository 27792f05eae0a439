import { once } from 'node:events'
import { putDraft } from '../../electron/core/workspace/drafts.ts'
import { defaultHistoryLimits } from '../../electron/core/workspace/prune.ts'
import { readBody } from '../../electron/core/workspace/read-lambda.ts'
import { saveLambda } from '../../electron/core/workspace/save-lambda.ts'
import { WorkspaceFiles } from '../../electron/core/workspace/workspace-files.ts'

/**
 * Waits for a line, then saves the lambda `a` of a workspace again and again, with a draft before each save, until it
 * is killed.
 */
const [folder = ''] = process.argv.slice(2)
const files = new WorkspaceFiles(folder)
const history = { files, limits: () => Promise.resolve(defaultHistoryLimits), now: () => new Date() }
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const first = Number(/\d+/.exec(await readBody(files, 'a'))?.[0]) + 1
for (let version = first; ; version++) {
  const body = `// version ${version}\n/* ${'x'.repeat(50_000)} */\n// end ${version}\n`
  const draft = { slug: 'a', part: { kind: 'body' }, text: `draft ${body}`, basedOn: null } as const
  await putDraft(files, draft, new Date())
  await saveLambda(history, 'a', { body, debug: version % 2 === 0 })
}
