import type { ParameterDefinition } from './define.ts'
import { context as contextShape } from './shapes/context.ts'
import { registration as registrationShape } from './shapes/registration.ts'
import type { Shape } from './shapes/shape.ts'
import { user as userShape } from './shapes/user.ts'

/** A parameter that was always there and always has a value, unless `more` says otherwise. */
export function parameter(
  name: string,
  mutability: ParameterDefinition['mutability'],
  shape: Shape,
  meaning: string,
  more: Partial<ParameterDefinition> = {},
): ParameterDefinition {
  return {
    name,
    mutability,
    meaning,
    since: null,
    mayBeUndefined: false,
    typeText: shape.name,
    shapes: [shape],
    ...more,
  }
}

/** The user, to read. */
export const user = parameter('user', 'read-only', userShape, 'The FusionAuth user.')

/** The registration, to read. */
export const registration = parameter(
  'registration',
  'read-only',
  registrationShape,
  "The user's registration for the application.",
)

/** The registration, to read, where FusionAuth documents that it may be missing. */
export const optionalRegistration: ParameterDefinition = {
  ...registration,
  meaning: "The user's registration for the application, if the user is registered for it.",
  mayBeUndefined: true,
}

/** The request context with nothing but services, as most types have it since 1.64.0. */
export const context = requestContext(contextShape, { since: '1.64.0' })

/**
 * A request context. An input holds all of it but the services, which the studio adds: beside a shape `X` stands
 * an `XFacts` without them.
 */
export function requestContext(shape: Shape, more: Partial<ParameterDefinition>): ParameterDefinition {
  return parameter(
    'context',
    'read-only',
    shape,
    'Request context. FusionAuth adds its services when the function declares this parameter.',
    { inputTypeText: `${shape.name}Facts`, ...more },
  )
}
