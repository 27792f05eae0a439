import type { Problem } from '../../contract/models/problem.ts'
import type { EngineType } from '../../contract/models/run.ts'
import { said, say } from '../../contract/words.ts'
import { isOlder } from './server-version.ts'

/** What speaks against pushing a lambda to a server of this version: an engine that the server does not have. */
export function missingEngine(version: string, engineType: EngineType): Problem | null {
  const isMissing = engineType === 'Nashorn' ? !isOlder(version, '1.49.0') : isOlder(version, '1.35.0')
  if (!isMissing) return null
  const place = { line: 1, column: 1, severity: 'error' } as const
  return engineType === 'Nashorn'
    ? said<Problem>({
        ...place,
        code: 'nashorn',
        message: say`FusionAuth ${version} has no Nashorn: it was removed in 1.49.`,
        hint: 'Set the engine to GraalJS.',
      })
    : said<Problem>({
        ...place,
        code: 'needs-version',
        message: say`FusionAuth ${version} does not have the engine GraalJS, which came with 1.35.0.`,
        hint: 'Set the engine to Nashorn, or update the server.',
      })
}
