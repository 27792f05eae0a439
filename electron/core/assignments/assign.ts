import { z } from 'zod'
import { isJsonObject, type JsonObject } from '../../contract/json.ts'
import type { AssignmentOutcome, assignmentChange } from '../../contract/models/assignment.ts'
import type { Instance } from '../instance/instance.ts'
import { InstanceError } from '../instance/instance-error.ts'
import type { CallOptions } from '../instance/rest-client.ts'
import { guardedPatch, nested } from './guarded-patch.ts'
import { kindOf, readOwner, valueAt, type Owner } from './owners.ts'
import { assignedAt } from './usage.ts'

type Change = Pick<z.output<typeof assignmentChange>, 'owner' | 'field' | 'seen' | 'next'>
type PatchForm = NonNullable<CallOptions['patch']>

/** An object that others keep changing is tried so often, each time as it was read just before. */
const mostTries = 3

/**
 * Assigns a lambda, or takes one away, by a patch of the one field; FusionAuth has no request of its own for it. Reads
 * the object just before, has the server test that it still is as it was read, and reads the field back. A server that
 * does not take such tests gets a merge patch, after another look.
 * @throws InstanceError where nothing was written, or where it cannot be found out
 */
export async function assignLambda(
  instance: Instance,
  change: Change,
  form: PatchForm = 'application/merge-patch+json',
): Promise<AssignmentOutcome> {
  const before = await read(instance, change)
  const decided = decide(before, change)
  if (decided) return decided
  // Servers that know plain patches alone know no tests either.
  return form === 'application/json'
    ? patch(instance, change, { owner: before, form })
    : patchGuarded(instance, change, before)
}

async function patchGuarded(instance: Instance, change: Change, before: Owner): Promise<AssignmentOutcome> {
  let owner = before
  for (let tries = 0; tries < mostTries; tries++) {
    const body = guardedPatch(owner, change.field, change.next)
    if (!body) break
    const failure = await send(instance, change, body)
    if (!isRefusal(failure)) return endOf(instance, change, failure)
    const now = await read(instance, change)
    const decided = decide(now, change)
    if (decided) return decided
    const wasTouched = lastUpdate(now) !== lastUpdate(owner)
    owner = now
    // It is as it was when the server refused: it does not take the test.
    if (!wasTouched) break
  }
  return patch(instance, change, { owner, form: 'application/merge-patch+json' })
}

/** Without a guard: for servers and objects that have none. */
async function patch(
  instance: Instance,
  change: Change,
  { owner, form }: { readonly owner: Owner; readonly form: PatchForm },
): Promise<AssignmentOutcome> {
  const body = nested(change.field.split('.'), change.next)
  const failure = await send(instance, change, withType(owner, body as JsonObject), form)
  return endOf(instance, change, failure)
}

/** What is the case already; null where the field holds what was seen there, and is to be written. */
function decide(owner: Owner, { field, seen, next }: Change): AssignmentOutcome | null {
  const current = assignedAt(owner, field)
  if (current === lower(next)) return { kind: 'done' }
  return current === lower(seen) ? null : { kind: 'conflict', current }
}

/** Gives the failure. */
async function send(
  instance: Instance,
  { owner }: Change,
  body: object,
  form?: PatchForm,
): Promise<InstanceError | null> {
  try {
    await instance.call(z.unknown(), kindOf(owner.kind).patch(owner.id, body), { patch: form })
    return null
  } catch (thrown) {
    if (thrown instanceof InstanceError) return thrown
    throw thrown
  }
}

/** Reads back what came of a patch. @throws the failure where nothing was written */
async function endOf(
  instance: Instance,
  change: Change,
  failure: InstanceError | null,
): Promise<AssignmentOutcome> {
  if (failure && !failure.isUncertain) throw failure
  const current = assignedAt(await read(instance, change), change.field)
  if (current === lower(change.next)) return { kind: 'done' }
  if (failure && current === lower(change.seen)) throw failure
  return { kind: 'conflict', current }
}

/** The server understood the patch, or did not, and did nothing; it is not about the key or the way there. */
function isRefusal(failure: InstanceError | null): failure is InstanceError {
  return failure !== null && [400, 405, 409, 412, 415, 422].includes(failure.status ?? 0)
}

function read(instance: Instance, { owner }: Change): Promise<Owner> {
  return readOwner(instance, owner.kind, owner.id)
}

function lastUpdate({ fields }: Owner): unknown {
  return valueAt(fields, ['lastUpdateInstant'])
}

/** Identity providers and connectors are told apart by their type, so a merge patch of one says it again. */
function withType({ kind, fields }: Owner, body: JsonObject): JsonObject {
  const type = valueAt(fields, ['type'])
  if (type === undefined || kind === 'application' || kind === 'tenant') return body
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    { type, ...(isJsonObject(value) && value) },
  ])
  return Object.fromEntries(entries) as JsonObject
}

function lower(id: string | null): string | null {
  return id?.toLowerCase() ?? null
}
