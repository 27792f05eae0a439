import type { JsonValue } from '../../contract/json.ts'
import { notFound, ok, type Answer, type Call, type Handler } from '../http/call.ts'
import type { Endpoint, KeyScope } from '../http/endpoint.ts'
import { idParameter, parseId } from '../http/ids.ts'
import { refuseField } from '../http/refusal.ts'
import { applyPatch } from '../patch/patch.ts'

/** What is special about one kind of object; the rest of its life is the same for all. */
export interface Resource<T> {
  readonly path: string
  readonly scope: KeyScope
  /** The name of the object in paths of errors, for example `lambda`. */
  readonly object: string
  /** Answers GET without an id. */
  readonly list?: Handler
  /** Whether the id is taken, whoever may see its object. */
  exists(call: Call, id: string): boolean
  /** The object, where the call may see it. */
  find(call: Call, id: string): T | undefined
  create(call: Call, id: string | undefined, body: JsonValue | undefined): T
  replace(call: Call, existing: T, body: JsonValue | undefined): T
  remove(call: Call, existing: T): Answer
  /** The whole answer that carries one object. */
  render(call: Call, value: T): object
  /** The object as a request would write it: what a PATCH is applied to. */
  toRequest(value: T): JsonValue
}

/** The endpoints that FusionAuth gives to nearly every kind of object, with and without an id in the path. */
export function resourceEndpoints<T>(resource: Resource<T>): Endpoint[] {
  const { path, scope, list } = resource
  const common = { permission: path, scope }
  const create = creating(resource)
  return [
    { ...common, path, handlers: { POST: create, ...(list && { GET: list }) } },
    { ...common, path: `${path}/:id`, handlers: { POST: create, ...existingHandlers(resource) } },
  ]
}

function creating<T>(resource: Resource<T>): Handler {
  return (call) => {
    const id = idParameter(`${resource.object}Id`, call.parameters['id'])
    if (id !== undefined && resource.exists(call, id)) {
      // The code fits FusionAuth's form; the answer to an id that is taken is not documented.
      refuseField(`${resource.object}.id`, 'duplicate', `The id [${id}] is taken.`)
    }
    return ok(resource.render(call, resource.create(call, id, call.body)))
  }
}

function existingHandlers<T>(resource: Resource<T>): Endpoint['handlers'] {
  return {
    GET: onExisting(resource, (call, existing) => ok(resource.render(call, existing))),
    PUT: onExisting(resource, (call, existing) =>
      ok(resource.render(call, resource.replace(call, existing, call.body))),
    ),
    PATCH: onExisting(resource, (call, existing) => {
      const body = applyPatch(resource.toRequest(existing), call.mediaType, call.body)
      return ok(resource.render(call, resource.replace(call, existing, body)))
    }),
    DELETE: onExisting(resource, (call, existing) => resource.remove(call, existing)),
  }
}

/** An id that is no UUID is an id that nothing has: FusionAuth answers 404 to `GET /api/group/12345`. */
function onExisting<T>(resource: Resource<T>, serve: (call: Call, existing: T) => Answer): Handler {
  return (call) => {
    const id = parseId(call.parameters['id'])
    const existing = id === undefined ? undefined : resource.find(call, id)
    return existing === undefined ? notFound : serve(call, existing)
  }
}
