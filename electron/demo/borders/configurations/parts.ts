import { z } from 'zod'
import { flag, integer, object, optionalId, text } from '../fields.ts'

/** The same field under several names. */
export function each<const Name extends string, Field extends z.ZodType>(
  field: Field,
  ...names: readonly Name[]
): Record<Name, Field> {
  return Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>
}

/** An object whose known properties are checked; others, of newer versions, are kept as they came. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).nullish()
}

export function choice<const Value extends string>(...values: readonly Value[]) {
  return z.enum(values).nullish()
}

/** A map whose keys are ids, or whatever the caller took for them. */
export function mapOf<Value extends z.ZodType>(value: Value) {
  return z.record(z.string(), value).nullish()
}

export const switchable = part({ enabled: flag })
export const requirable = part({ enabled: flag, required: flag })
export const accessControl = part({ uiIPAccessControlListId: optionalId })
export const deletePolicy = part({
  unverified: part({ enabled: flag, enabledInstant: integer, numberOfDaysToRetain: integer }),
})
export const loginHint = part({ enabled: flag, parameterName: text })
export const objectState = choice('Active', 'Inactive', 'PendingDelete')
export const verificationStrategy = choice('ClickableLink', 'FormField')
export const unverifiedBehavior = choice('Allow', 'Gated')
export const canonicalization = choice(
  'exclusive',
  'exclusive_with_comments',
  'inclusive',
  'inclusive_with_comments',
)
export const mfaLoginPolicy = choice(
  'ChallengeOnHighRisk',
  'ChallengeOnMediumRisk',
  'Disabled',
  'Enabled',
  'Required',
)

/** Who sent a request, for the events that it causes; there are none here. */
export const eventInfo = part({
  ...each(text, 'deviceDescription', 'deviceName', 'deviceType', 'ipAddress', 'os', 'userAgent'),
  data: object,
  location: part({
    ...each(text, 'city', 'country', 'displayString', 'region', 'zipcode'),
    ...each(z.number().nullish(), 'latitude', 'longitude'),
  }),
})

/** What an answer lists and a request may repeat without effect. */
export const repeated = z.array(z.looseObject({})).nullish()
