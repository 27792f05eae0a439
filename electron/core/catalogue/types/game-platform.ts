import type { JsonObject } from '../../../contract/json.ts'
import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import { parameter } from '../parameters.ts'
import { emptyRegistration, newPlayer } from '../samples/federated.ts'
import { ingrid, ingridsRegistration } from '../samples/people.ts'
import { providerData } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'
import type { IdentityProviderDefinition } from './identity-provider.ts'

/** What sets one game platform apart; FusionAuth documents no fields for any of them. */
interface GamePlatform extends Pick<
  IdentityProviderDefinition,
  'type' | 'provider' | 'since' | 'page' | 'quirks'
> {
  /** The platform's interface that the data comes from. */
  readonly interfaceName: string
  /** Data as the platform's own documentation shows it. */
  readonly userInfo: JsonObject
  /** The field of it that holds the player's name. */
  readonly nameField: string
  /** The field of it that holds the player's id. */
  readonly idField: string
}

/** The reconcile lambda of a game platform: the player's name and id, and nothing that can be relied on. */
export function gamePlatformType(platform: GamePlatform): LambdaTypeInfo {
  const { interfaceName, userInfo, nameField, idField, quirks = [], ...own } = platform
  const typical = { user: newPlayer, registration: emptyRegistration, userInfo, context: {} }
  const name = userInfo[nameField] ?? null
  const id = userInfo[idField] ?? null
  return identityProviderType({
    ...own,
    purpose: `Fills the user and the registration from the ${interfaceName}.`,
    payload: [parameter('userInfo', 'read-only', providerData, `The answer of the ${interfaceName}.`)],
    quirks: [
      ...quirks,
      'FusionAuth does not document the fields of userInfo; the samples follow the platform.',
    ],
    template: templateOf(platform),
    samples: [
      { name: 'First login of a player', input: typical },
      {
        name: 'Nothing but an id, and no data',
        input: { user: newPlayer, registration: {}, userInfo: { [idField]: id } },
      },
      {
        name: 'A returning user',
        input: { user: ingrid, registration: ingridsRegistration, userInfo, context: {} },
      },
    ],
    exampleCase: {
      input: typical,
      expect: {
        outcome: 'completed',
        arguments: { registration: { username: name, data: { playerId: id } } },
      },
    },
  })
}

function templateOf({ provider, nameField, idField }: GamePlatform): string {
  return `// FusionAuth does not document the fields: print them once, with the debug switch on, to see yours.
/** @type {LambdaFunction} */
function reconcile(user, registration, userInfo, context) {
  console.debug(JSON.stringify(userInfo, null, 2))

  // The name that the player goes by at ${provider}; players may change it.
  registration.username = userInfo.${nameField} ?? registration.username

  // The id stays the same, so keep it to find the player again.
  registration.data = registration.data ?? {}
  registration.data.playerId = userInfo.${idField}
}
`
}
