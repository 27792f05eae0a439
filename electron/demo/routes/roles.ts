import type { JsonValue } from '../../contract/json.ts'
import { roleRequest } from '../borders/application.ts'
import { check } from '../borders/check.ts'
import { done, notFound, ok, type Answer, type Call, type Handler } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { idParameter, parseId } from '../http/ids.ts'
import { Faults, refuseField } from '../http/refusal.ts'
import { inSight } from '../http/tenant.ts'
import { applyPatch } from '../patch/patch.ts'
import { deleteRole, putRole } from '../world/applications.ts'
import type { Application, Role } from '../world/models.ts'
import { stampNew, stampUpdate } from '../world/stamps.ts'
import { noteRoleName, roleFields, roleIdTaken } from './role-request.ts'

const common = { permission: '/api/application/role', scope: 'any' } as const
const path = '/api/application/:id/role'

export const roleEndpoints: readonly Endpoint[] = [
  { ...common, path, handlers: { POST: onApplication(create), DELETE: onApplication(removeByName) } },
  {
    ...common,
    path: `${path}/:roleId`,
    handlers: {
      POST: onApplication(create),
      PUT: onRole((call, application, role) => update(call, application, role, call.body)),
      PATCH: onRole((call, application, role) => {
        const body = applyPatch({ role: { ...role } as JsonValue }, call.mediaType, call.body)
        return update(call, application, role, body)
      }),
      DELETE: onRole(({ world }, application, role) => {
        deleteRole(world, application, role)
        return done
      }),
    },
  },
]

function onApplication(serve: (call: Call, application: Application) => Answer): Handler {
  return (call) => {
    const application = inSight(call, call.world.applications.get(parseId(call.parameters['id'])))
    return application ? serve(call, application) : notFound
  }
}

function onRole(serve: (call: Call, application: Application, role: Role) => Answer): Handler {
  return onApplication((call, application) => {
    const roleId = parseId(call.parameters['roleId'])
    const role = application.roles.find(({ id }) => id === roleId)
    return role ? serve(call, application, role) : notFound
  })
}

function create(call: Call, application: Application): Answer {
  const id = idParameter('roleId', call.parameters['roleId'])
  if (id !== undefined && roleIdTaken(call.world, id)) {
    refuseField('role.id', 'duplicate', `The id [${id}] is taken.`)
  }
  const fields = readRole(call.body, application.roles)
  return put(call, application, { ...fields, ...stampNew(call.world, id) })
}

function update(call: Call, application: Application, role: Role, body: JsonValue | undefined): Answer {
  const others = application.roles.filter(({ id }) => id !== role.id)
  return put(call, application, { ...readRole(body, others), ...stampUpdate(call.world, role) })
}

function put(call: Call, application: Application, role: Role): Answer {
  putRole(call.world, application, role)
  return ok({ role })
}

function readRole(body: JsonValue | undefined, others: readonly Role[]): ReturnType<typeof roleFields> {
  const request = check(roleRequest, body).role ?? {}
  const faults = new Faults()
  noteRoleName(faults, new Set(others.map(({ name }) => name)), request.name, 'role.name')
  faults.throwIfAny()
  return roleFields(request)
}

function removeByName(call: Call, application: Application): Answer {
  const name = call.query.get('name')
  if (name === null) refuseField('name', 'missing', 'Name the role to delete by its id or its name.')
  const role = application.roles.find((known) => known.name === name)
  if (!role) return notFound
  deleteRole(call.world, application, role)
  return done
}
