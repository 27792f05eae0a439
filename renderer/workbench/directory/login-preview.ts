import type { JsonValue } from '../../../electron/contract/json.ts'
import type { AssignmentCandidate } from '../../../electron/contract/models/assignment.ts'
import type { RunReport } from '../../../electron/contract/models/run.ts'
import { studio } from '../../studio.ts'

/** A token that a login brings about, and the field of the application that holds the lambda for it. */
export const loginTokens = [
  { token: 'access', field: 'application.lambdaConfiguration.accessTokenPopulateId' },
  { token: 'id', field: 'application.lambdaConfiguration.idTokenPopulateId' },
] as const

export type LoginToken = (typeof loginTokens)[number]['token']

/** What becomes of one token: `plain` where no lambda is assigned, so that it is issued as FusionAuth makes it. */
export type TokenPreview =
  | {
      readonly kind: 'plain'
      readonly token: LoginToken
      readonly jwt: JsonValue
      readonly notes: readonly string[]
    }
  | { readonly kind: 'unread'; readonly token: LoginToken; readonly lambda: string }
  | {
      readonly kind: 'ran'
      readonly token: LoginToken
      readonly lambda: string
      readonly report: RunReport
      readonly notes: readonly string[]
    }

/** Who logs in where. */
export interface Login {
  readonly instance: string
  readonly userId: string
  readonly applicationId: string
  /** A lambda of the workspace that fills tokens: by it the studio knows where such lambdas are assigned. */
  readonly anchor: string
}

/**
 * What a login would produce: for each token the lambda that the application has for it, as it is on the server, run
 * on this person.
 */
export async function previewLogin(login: Login): Promise<readonly TokenPreview[]> {
  const { candidates } = await studio.assignments.candidates(login.instance, login.anchor)
  return Promise.all(
    loginTokens.map(({ token, field }) => previewToken(login, token, at(login, field, candidates))),
  )
}

function at(
  { applicationId }: Login,
  field: string,
  candidates: readonly AssignmentCandidate[],
): AssignmentCandidate['current'] {
  const found = candidates.find(
    ({ owner, field: name }) =>
      owner.kind === 'application' && owner.id === applicationId && field.endsWith(name),
  )
  return found?.current ?? null
}

async function previewToken(
  { instance, userId, applicationId }: Login,
  token: LoginToken,
  assigned: AssignmentCandidate['current'],
): Promise<TokenPreview> {
  if (!assigned) {
    const { input, notes } = await studio.users.input(instance, {
      userId,
      applicationId,
      type: 'JWTPopulate',
    })
    return { kind: 'plain', token, jwt: input['jwt'] ?? null, notes }
  }
  const lambda = await lambdaOnServer(instance, assigned.id)
  if (!lambda) return { kind: 'unread', token, lambda: assigned.name ?? assigned.id }
  const { type, engineType, body, debug } = lambda
  const made = await studio.users.input(instance, { userId, applicationId, type })
  const report = await studio.runs.run({ type, engineType, body, debug, input: made.input })
  return { kind: 'ran', token, lambda: lambda.name, report, notes: made.notes }
}

async function lambdaOnServer(instance: string, id: string) {
  const { lambdas } = await studio.lambdas.list()
  const slug = lambdas.find(({ ids }) => ids[instance] === id)?.slug ?? null
  const { remote } = await studio.sync.difference(instance, { slug, id })
  return remote
}
