import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import type { HostText } from '../../../contract/words.ts'
import { asPerson } from './as-person.ts'
import { textOf, type Subject } from './subject.ts'

/** An input made from a person, and what to know about it. */
export interface PersonInput {
  readonly input: JsonObject
  /** None has values, so that each is its own pattern. */
  readonly notes: readonly HostText[]
}

/**
 * The input that a lambda of this type would get for a person: the person's own user and registration, and for the
 * rest the type's sample, told of the person.
 */
export function personInput(type: LambdaTypeInfo, subject: Subject): PersonInput {
  const sample = type.samples[0]?.input
  if (!sample) return inputWithoutSample(subject)
  const entries = Object.entries(sample).flatMap(([name, value]) => {
    const argument = argumentOf({ type, subject, name, value })
    return argument === undefined ? [] : [[name, argument] as const]
  })
  return { input: Object.fromEntries(entries), notes: notesOf(type, subject, Object.keys(sample)) }
}

interface Place {
  readonly type: LambdaTypeInfo
  readonly subject: Subject
  readonly name: string
  readonly value: JsonValue
}

function argumentOf(place: Place): JsonValue | undefined {
  const { subject, name, value } = place
  if (name === 'user') return userArgument(place)
  if (name === 'registration') return registrationArgument(place)
  if (name === 'members') return Array.isArray(value) && value.length > 0 ? [subject.user] : value
  return asPerson(value, subject)
}

/** Users as lambdas get them have an id; where the sample's has none, the lambda runs before there is one, or fills it. */
function userArgument({ type, subject, value }: Place): JsonValue | undefined {
  if (!isJsonObject(value) || 'id' in value || !/SCIM|Validation/.test(type.family)) return subject.user
  return type.family === 'SCIM' ? asPerson(value, subject) : picked(subject.user, value)
}

function registrationArgument({ type, subject, value }: Place): JsonValue | undefined {
  const { registration } = subject
  if (type.family === 'Validation' && isJsonObject(value) && !('applicationId' in value)) {
    return picked(registration ?? {}, value)
  }
  if (registration) return registration
  const parameter = type.parameters.find(({ name }) => name === 'registration')
  return parameter?.mayBeUndefined ? undefined : asPerson(value, subject)
}

/** The fields that the sample has, from the person where the person has them. */
function picked(object: JsonObject, sample: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(sample).flatMap(([name, value]) => {
      if (Object.hasOwn(object, name)) return [[name, object[name] as JsonValue]]
      return name === 'data' ? [[name, isJsonObject(value) ? {} : value]] : []
    }),
  )
}

function inputWithoutSample({ user, registration }: Subject): PersonInput {
  return {
    input: { user, ...(registration && { registration }) },
    notes: [
      'The catalogue does not know this lambda type, so the input holds the user and registration alone.',
    ],
  }
}

/** Parameters that say something of a user. */
const personal: ReadonlySet<string> = new Set(['user', 'members', 'subjectToken', 'tokenExchangeRequest'])

function notesOf(type: LambdaTypeInfo, subject: Subject, parameters: readonly string[]): readonly HostText[] {
  if (!parameters.some((name) => personal.has(name))) {
    return ['Lambdas of this type are not about a user: the input is the sample of the type.']
  }
  const { application, registration } = subject
  const noted: readonly (readonly [boolean, HostText])[] = [
    [!application, 'No application was chosen, so there is no registration and no role.'],
    [
      application !== null && !registration,
      'The user is not registered for the application, so there is no registration and no role.',
    ],
    [
      type.family === 'Identity providers',
      'What the identity provider says is made up after the sample, with the name and e-mail of the person.',
    ],
    [textOf(subject, 'email') === undefined, 'The user has no e-mail address.'],
  ]
  return noted.flatMap(([holds, note]) => (holds ? [note] : []))
}
