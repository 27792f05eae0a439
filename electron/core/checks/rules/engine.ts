import { say } from '../../../contract/words.ts'
import type { Check } from '../check.ts'
import { isOlder } from '../server-version.ts'

/** Says that Nashorn lambdas have no future, or no present on the given server. */
export const engine: Check = ({ request, report }) => ({
  'Program:exit': () => {
    const { engineType, serverVersion } = request
    if (engineType !== 'Nashorn' || (serverVersion && isOlder(serverVersion, '1.49'))) return
    report({
      code: 'nashorn',
      severity: serverVersion ? 'warning' : 'info',
      at: { start: 0, end: 0 },
      message: serverVersion
        ? say`FusionAuth ${serverVersion} has no Nashorn: it was removed in 1.49.`
        : 'FusionAuth removed the Nashorn engine in 1.49; only older servers run this lambda with it.',
      hint: 'Set the engine to GraalJS.',
    })
  },
})
