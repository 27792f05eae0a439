import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'

/** A field that may be absent or null, which mean the same in FusionAuth's requests. */
export const text = z.string().nullish()
export const flag = z.boolean().nullish()
export const integer = z.int().nullish()
export const texts = z.array(z.string()).nullish()

/** FusionAuth takes UUIDs of any version; ids are kept lower case. */
export const id = z.guid('a UUID is needed').toLowerCase()
export const ids = z.array(id).nullish()

/** The empty string counts as null, as FusionAuth's own tools rely on to take a lambda off an application. */
export const optionalId = z.preprocess((value) => (value === '' ? null : value), id.nullish())

/** JSON that is kept as it came. */
export const object = z.custom<JsonObject>((value) => isJsonObject(value), 'an object is needed').nullish()

/** A field that a request may carry because an answer does, and that is not read. */
export const ignored = z.custom<JsonValue>(() => true).optional()

/** The id and instants, which the server alone decides. */
export const stamps = { id: optionalId, insertInstant: integer, lastUpdateInstant: integer }
