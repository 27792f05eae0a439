const retrieved = [
  '/api/lambda',
  '/api/group',
  '/api/user',
  '/api/application',
  '/api/tenant',
  '/api/identity-provider',
  '/api/connector',
  '/api/system/event-log',
  '/api/system/version',
  '/api/status',
  '/api/reactor',
]

/** Searches change nothing by POST either. */
const searched = [
  '/api/lambda/search',
  '/api/group/search',
  '/api/group/member/search',
  '/api/user/search',
  '/api/application/search',
  '/api/tenant/search',
  '/api/identity-provider/search',
  '/api/system/event-log/search',
]

/** The permissions of a key that may read everything and change nothing. */
export const readOnlyPermissions: Readonly<Record<string, readonly string[]>> = {
  ...permit(retrieved, ['GET']),
  ...permit(searched, ['GET', 'POST']),
}

function permit(endpoints: readonly string[], methods: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, methods]))
}
