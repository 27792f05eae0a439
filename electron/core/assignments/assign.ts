import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { AssignmentOutcome, assignmentChange } from '../../contract/models/assignment.ts'
import type { Instance } from '../instance/instance.ts'
import { InstanceError } from '../instance/instance-error.ts'
import { kindOf, readOwner, valueAt, type Owner } from './owners.ts'
import { assignedAt } from './usage.ts'

type Change = Pick<z.output<typeof assignmentChange>, 'owner' | 'field' | 'seen' | 'next'>

/**
 * Assigns a lambda, or takes one away, by a merge patch of the one field; FusionAuth has no request of its own for it.
 * Reads the object again just before, and after an answer that was lost.
 */
export async function assignLambda(
  instance: Instance,
  change: Change,
  patch: 'application/merge-patch+json' | 'application/json' = 'application/merge-patch+json',
): Promise<AssignmentOutcome> {
  const { owner, field, seen, next } = change
  const before = await readOwner(instance, owner.kind, owner.id)
  const current = assignedAt(before, field)
  if (current === lower(next)) return { kind: 'done' }
  if (current !== lower(seen)) return { kind: 'conflict', current }
  const call = kindOf(owner.kind).patch(owner.id, withType(before, nested(field.split('.'), next)))
  const failure = await instance.call(z.unknown(), call, { patch }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (failure instanceof Error && !(failure instanceof InstanceError && failure.isUncertain)) throw failure
  const after = assignedAt(await readOwner(instance, owner.kind, owner.id), field)
  if (after === lower(next)) return { kind: 'done' }
  if (failure instanceof Error && after === current) throw failure
  return { kind: 'conflict', current: after }
}

/** Identity providers and connectors are told apart by their type, so a patch of one says it again. */
function withType({ kind, fields }: Owner, body: JsonObject): JsonObject {
  const type = valueAt(fields, ['type'])
  if (type === undefined || kind === 'application' || kind === 'tenant') return body
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    { type, ...(isJsonObject(value) && value) },
  ])
  return Object.fromEntries(entries) as JsonObject
}

function nested([name, ...rest]: readonly string[], value: JsonValue): JsonObject {
  return name === undefined ? {} : { [name]: rest.length === 0 ? value : nested(rest, value) }
}

function lower(id: string | null): string | null {
  return id?.toLowerCase() ?? null
}
