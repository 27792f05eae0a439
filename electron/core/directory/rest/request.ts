import type { FusionAuthClient, IRESTClient } from '@fusionauth/typescript-client'
import type { Instance } from '../../instance/instance.ts'

/** A request that the official client has no call for, put together like its own. */
export function requestTo(
  { connection }: Instance,
  client: FusionAuthClient,
  path: string,
): IRESTClient<unknown, unknown> {
  const { key, tenantId, url } = connection
  const request = client.clientBuilder
    .build<unknown, unknown>(url)
    .withAuthorization(key ?? '')
    .withUri(path)
  return tenantId === null ? request : request.withHeader('X-FusionAuth-TenantId', tenantId)
}
