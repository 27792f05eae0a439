import { formatJson } from '../edit-json.ts'
import type { LambdaWithId } from './export-lambdas.ts'

/** A Kickstart file that creates the lambdas; its API key comes from the environment of the server. */
export function kickstartOf(lambdas: readonly LambdaWithId[]): string {
  return formatJson({
    apiKeys: [{ key: '#{ENV.FUSIONAUTH_API_KEY}' }],
    requests: lambdas.map(({ id, name, type, engineType, debug, body }) => ({
      method: 'POST',
      url: id === null ? '/api/lambda' : `/api/lambda/${id}`,
      body: { lambda: { name: escape(name), type, engineType, debug, body: escape(body) } },
    })),
  })
}

/** Kickstart would put values and files in for these; source: FusionAuth's page on Kickstart. */
function escape(text: string): string {
  return text.replace(/[#@&]\{/g, '\\$&')
}
