import { common } from './common.ts'
import { services } from './context.ts'
import type { Shape } from './shape.ts'

/** The result of a validation lambda. */
export const validationResult: Shape = {
  name: 'ValidationResult',
  needs: [],
  text: `/** The outcome of a validation: whatever stands in its errors refuses the request. */
interface ValidationResult {
  errors: Errors
}

/** FusionAuth's errors, as its API answers them. */
interface Errors {
  /** Errors of one field, by the field's key, for example \`user.data.company\`. */
  fieldErrors: { [field: string]: ErrorEntry[] }
  /** Errors of the whole request. */
  generalErrors: ErrorEntry[]
}

/** One error. */
interface ErrorEntry {
  /** A key of the theme's messages, for example \`[invalid]user.data.company\`. */
  code: string
  /** Values for the message. */
  data?: { [name: string]: any }
  /** The text, where the theme has none for the code. */
  message?: string
}`,
}

/** The context of LoginValidation. */
export const loginContext: Shape = {
  name: 'LoginContext',
  needs: [common, services],
  text: `/** Facts about the login. */
interface LoginContext extends LoginContextFacts {
  /** Since 1.64.0. */
  services: Services
}

/** The part of the context that an input holds; a run adds \`services.secrets.get(name)\` to it. */
interface LoginContextFacts {
  /** How the user logs in, for example \`PASSWORD\`, \`GOOGLE\` or \`SAMLv2\`. */
  authenticationType?: string
  /** There when the user comes from an identity provider. */
  identityProvider?: {
    /** The identity provider. */
    id?: UUID
    /** For example \`OpenIDConnect\`. */
    identityProviderType?: string
    /** The identity provider's name. */
    name?: string
  }
}`,
}

/** The state of a registration form. */
export const formContext: Shape = {
  name: 'FormContext',
  needs: [common],
  text: `/** The state of an advanced registration form. */
interface FormContext {
  /** Fields of this step. */
  fields?: FormField[]
  /** The form. */
  form?: Form
  /** Number of this step, from 1. */
  step?: number
  /** Number of this step, from 0. */
  stepIndex?: number
  /** How many steps the form has. */
  totalSteps?: number
}

/** A field of a form. */
interface FormField {
  /** Whether the user types it twice. */
  confirm?: boolean
  /** The consent that the field asks for. */
  consentId?: UUID
  /** How it is shown, for example \`text\` or \`checkbox\`. */
  control?: string
  /** Your own data about the field. */
  data?: CustomData
  /** What it is for. */
  description?: string
  /** The field. */
  id?: UUID
  /** Where the value goes, for example \`user.data.company\`. */
  key?: string
  /** The field's name. */
  name?: string
  /** Choices. */
  options?: string[]
  /** Whether a value is needed. */
  required?: boolean
  /** For example \`string\`, \`number\` or \`bool\`. */
  type?: string
}

/** An advanced registration form. */
interface Form {
  /** Your own data about the form. */
  data?: CustomData
  /** The form. */
  id?: UUID
  /** The form's name. */
  name?: string
  /** The steps, each with the ids of its fields. */
  steps?: { fields?: UUID[]; type?: string }[]
  /** \`registration\`. */
  type?: string
}`,
}
