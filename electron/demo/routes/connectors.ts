import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { withoutNulls } from '../borders/configured.ts'
import { connectorRequest } from '../borders/connector.ts'
import { done, ok, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { Faults } from '../http/refusal.ts'
import { reconcileLambda } from '../world/assignments.ts'
import type { Connector, ConnectorFields } from '../world/models.ts'
import { stampNew, stampUpdate } from '../world/stamps.ts'
import { noteLambdas } from './lambda-references.ts'
import { resourceEndpoints } from './resource.ts'

export const connectorEndpoints: readonly Endpoint[] = resourceEndpoints<Connector>({
  path: '/api/connector',
  scope: 'global',
  object: 'connector',
  list: ({ world }) => ok({ connectors: world.connectors.list() }),
  exists: ({ world }, id) => world.connectors.has(id),
  find: ({ world }, id) => world.connectors.get(id),
  create: (call, id, body) =>
    call.world.connectors.put({ ...readFields(call, undefined, body), ...stampNew(call.world, id) }),
  replace: (call, existing, body) =>
    call.world.connectors.put({ ...readFields(call, existing, body), ...stampUpdate(call.world, existing) }),
  remove: ({ world }, { id }) => {
    world.connectors.delete(id)
    return done
  },
  render: (_call, connector) => ({ connector }),
  toRequest: (connector): JsonValue => ({ connector: connector as unknown as JsonObject }),
})

/** The type cannot change. */
function readFields(
  { world }: Call,
  existing: Connector | undefined,
  body: JsonValue | undefined,
): ConnectorFields {
  const fields = withoutNulls(check(connectorRequest, body).connector ?? {})
  const asked = typeof fields['type'] === 'string' ? fields['type'] : ''
  const type = existing?.type ?? asked
  const name = typeof fields['name'] === 'string' ? fields['name'] : ''
  const faults = new Faults()
  if (isBlank(name)) faults.field('connector.name', 'blank', 'A connector needs a name.')
  if (isBlank(type)) faults.field('connector.type', 'blank', 'A connector needs a type.')
  noteLambdas(faults, world, 'connector', fields, reconcileLambda('LDAPConnectorReconcile'))
  faults.throwIfAny()
  return { ...fields, name, type }
}
