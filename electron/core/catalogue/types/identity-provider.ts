import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import { defineLambdaType } from '../define.ts'
import type { LambdaTypeDefinition, ParameterDefinition } from '../define.ts'
import { context, parameter } from '../parameters.ts'
import { frozenLoginNames } from '../rules.ts'
import { registration as registrationShape } from '../shapes/registration.ts'
import { user as userShape } from '../shapes/user.ts'

type Own = 'type' | 'purpose' | 'since' | 'page' | 'template' | 'samples' | 'exampleCase'

/** What sets one identity provider's reconcile lambda apart from the others. */
export interface IdentityProviderDefinition
  extends Pick<LambdaTypeDefinition, Own>, Partial<Pick<LambdaTypeDefinition, 'runsWhen' | 'sources'>> {
  /** The provider's name in FusionAuth's administration pages. */
  readonly provider: string
  /** What the provider sends, between the registration and the context. */
  readonly payload: readonly ParameterDefinition[]
  readonly quirks?: readonly string[]
}

const user = parameter(
  'user',
  'mutable',
  userShape,
  'The FusionAuth user that the login creates or updates. All of it may be set; email and username only until the user is linked.',
)

const registration = parameter(
  'registration',
  'mutable',
  registrationShape,
  "The user's registration for the application that the login is for: roles, username, data and so on.",
)

/** The reconcile lambda of an identity provider; all of them share user, registration and rules. */
export function identityProviderType(definition: IdentityProviderDefinition): LambdaTypeInfo {
  const { provider, payload, quirks = [], ...own } = definition
  return defineLambdaType({
    displayName: `${provider} Reconcile`,
    family: 'Identity providers',
    runsWhen: `During a login through ${provider}, after the linking strategy has matched a user or is about to create one.`,
    notRunWhen: [
      'When the linking strategy is LinkAnonymously.',
      'Not always for a pending link, as users report (issue 2080).',
    ],
    functionName: 'reconcile',
    parameters: [user, registration, ...payload, context],
    reserved: ['user.email (after link)', 'user.username (after link)'],
    rules: frozenLoginNames,
    returnValue: 'ignored',
    consequences,
    licence: null,
    assignedAt: [
      {
        object: 'identity provider',
        apiField: 'identityProvider.lambdaConfiguration.reconcileId',
        ui: `Settings > Identity Providers > ${provider} > Reconcile lambda`,
      },
    ],
    quirks: [
      ...quirks,
      'A change of user.email or user.username is ignored once the user is linked; before that, the one that the linking strategy uses can be set.',
    ],
    ...own,
  })
}

const consequences: LambdaTypeInfo['consequences'] = {
  completed: {
    code: 'user-reconciled',
    message: 'FusionAuth saves the user and the registration as they are kept here, and the login goes on.',
  },
  threw: {
    code: 'login-failed',
    message:
      'The login fails: the user is not created, linked or updated, the event log gets an Error entry, and a caller of the API gets HTTP 512.',
  },
}
