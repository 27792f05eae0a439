import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import { reportService } from '../../catalogue/samples/entities.ts'
import { applicationId, ingrid, tenantId } from '../../catalogue/samples/people.ts'
import { fullNameOf, handleOf, textOf, type Subject } from './subject.ts'

/** What a value of a sample becomes; undefined leaves it out, as FusionAuth leaves out what a user does not have. */
type Replacement = JsonValue | undefined

/**
 * A part of a sample, told of another person: whatever it says of the person in the samples, it says of the subject
 * afterwards. The rest, such as times and issuers, stays.
 */
export function asPerson(sample: JsonValue, subject: Subject): Replacement {
  return replaced(sample, '', { subject, values: valuesOfOnce(subject) })
}

const known = new WeakMap<Subject, Walk['values']>()

/** A type's sample has several parts that are told of the same person. */
function valuesOfOnce(subject: Subject): Walk['values'] {
  const values = known.get(subject) ?? valuesOf(subject)
  known.set(subject, values)
  return values
}

interface Walk {
  readonly subject: Subject
  readonly values: ReadonlyMap<JsonValue, Replacement>
}

/** What the samples say of their person, and what is to stand there. */
function valuesOf(subject: Subject): ReadonlyMap<JsonValue, Replacement> {
  return new Map<JsonValue, Replacement>([
    [ingrid.id, textOf(subject, 'id')],
    [ingrid.firstName, textOf(subject, 'firstName')],
    [ingrid.lastName, textOf(subject, 'lastName')],
    [ingrid.fullName, fullNameOf(subject)],
    ['Marie', textOf(subject, 'middleName')],
    ['Ingrid Marie Solberg', fullNameOf(subject)],
    [ingrid.username, handleOf(subject)],
    ['ingridsolberg', handleOf(subject)],
    ['FjordRunner', handleOf(subject)],
    [ingrid.mobilePhone, textOf(subject, 'mobilePhone') ?? textOf(subject, 'phoneNumber')],
    [applicationId, subject.application?.id],
    ['Northwind', subject.application?.name ?? undefined],
    [tenantId, subject.tenantId ?? undefined],
  ])
}

/** Claims that say something of the person whatever the sample has there. */
const claims: Readonly<Record<string, (subject: Subject, sample: JsonValue) => Replacement>> = {
  // A service that acts has an id of its own.
  sub: (subject, sample) => (sample === reportService.id ? sample : textOf(subject, 'id')),
  email_verified: ({ user }) => user['verified'] ?? false,
  preferred_username: (subject) => textOf(subject, 'username'),
  picture: (subject) => textOf(subject, 'imageUrl'),
  profile_image_url_https: (subject) => textOf(subject, 'imageUrl'),
  avatarfull: (subject) => textOf(subject, 'imageUrl'),
  roles: ({ roles, registration }) => (registration ? [...roles] : undefined),
}

function replaced(value: JsonValue, key: string, walk: Walk): Replacement {
  const claim = Object.hasOwn(claims, key) ? claims[key] : undefined
  if (claim) return claim(walk.subject, value)
  if (typeof value === 'string') return replacedText(value, walk)
  if (isJsonObject(value)) return replacedObject(value, walk)
  if (!Array.isArray(value)) return value
  const items = (value as JsonValue[]).flatMap((item) => replaced(item, '', walk) ?? [])
  // A list that only told what the person does not have goes with it.
  return items.length === 0 && value.length > 0 ? undefined : items
}

function replacedObject(object: JsonObject, walk: Walk): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, item]) => {
      const next = replaced(item, key, walk)
      return next === undefined ? [] : [[key, next]]
    }),
  )
}

const emailAddress = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/

function replacedText(text: string, { subject, values }: Walk): Replacement {
  if (values.has(text)) return values.get(text)
  if (emailAddress.test(text)) return textOf(subject, 'email')
  return text.replaceAll(ingrid.id, textOf(subject, 'id') ?? ingrid.id)
}
