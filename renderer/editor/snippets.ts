import type { PlainMessageKey } from '../messages/translate.ts'

/** A piece of a lambda, ready to be put in. */
export interface Snippet {
  /** What the user types to find it. */
  readonly prefix: string
  readonly description: PlainMessageKey
  /** Monaco's snippet syntax: `${1:text}` is a place to fill in. */
  readonly body: string
  /** Parameters that the lambda's type must have for it to make sense. */
  readonly needs: readonly string[]
  /** The types that it is for, where its parameters alone do not tell. */
  readonly types?: readonly string[]
}

/** What decides which snippets a lambda is offered. */
export interface SnippetScope {
  readonly type: string
  /** Names of the function's parameters. */
  readonly parameters: readonly string[]
}

/** In the order of the alphabet. */
export const snippets: readonly Snippet[] = [
  {
    prefix: 'call-api',
    description: 'snippet.callApi',
    needs: [],
    body: `const response = fetch('\${1:https://api.example.com/people}', {
  method: '\${2:GET}',
  headers: { Accept: 'application/json' },
  readTimeout: 2000,
})
if (response.status === 200) {
  const answer = JSON.parse(response.body)
  $0
}`,
  },
  {
    prefix: 'copy-claim',
    description: 'snippet.copyClaim',
    needs: ['user', 'idToken'],
    body: `if (idToken?.\${1:given_name}) {
  user.\${2:firstName} = idToken.\${1:given_name}
}$0`,
  },
  {
    prefix: 'deny-login',
    description: 'snippet.denyLogin',
    needs: ['result'],
    types: ['LoginValidation', 'SelfServiceRegistrationValidation'],
    body: `if (\${1:!user.verified}) {
  result.errors.generalErrors = [{ code: '\${2:[LoginDenied]}', message: '\${3:You may not log in yet.}' }]
}$0`,
  },
  {
    prefix: 'guard-registration',
    description: 'snippet.guardRegistration',
    needs: ['registration'],
    body: `if (!registration) {
  return
}$0`,
  },
  {
    prefix: 'log-error',
    description: 'snippet.logError',
    needs: [],
    body: "console.error('${1:What went wrong}: ' + ${2:reason})$0",
  },
  {
    prefix: 'map-groups',
    description: 'snippet.mapGroups',
    needs: [],
    body: `const rolesOfGroups = { '\${1:engineering}': '\${2:editor}' }
const groups = \${3:user.data?.groups} ?? []
const roles = groups.map((group) => rolesOfGroups[group]).filter((role) => role !== undefined)$0`,
  },
  {
    prefix: 'map-roles',
    description: 'snippet.mapRoles',
    needs: ['jwt', 'registration'],
    body: `jwt.\${1:roles} = registration?.roles ?? []$0`,
  },
  {
    prefix: 'read-data',
    description: 'snippet.readData',
    needs: ['user'],
    body: `const \${1:plan} = user.data?.\${1:plan}
if (\${1:plan} !== undefined) {
  $0
}`,
  },
  {
    prefix: 'read-secret',
    description: 'snippet.readSecret',
    needs: ['context'],
    body: `const \${1:apiKey} = context.services.secrets.get('\${2:name of the secret}')$0`,
  },
]

/** The snippets that make sense in a lambda. */
export function snippetsFor({ type, parameters }: SnippetScope): Snippet[] {
  return snippets.filter(
    ({ needs, types }) =>
      needs.every((name) => parameters.includes(name)) && (types === undefined || types.includes(type)),
  )
}
