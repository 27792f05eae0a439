import { defineLambdaType } from '../define.ts'
import { context, parameter, registration, user } from '../parameters.ts'
import { noErrors } from '../samples/validation.ts'
import { formContext, validationResult } from '../shapes/validation.ts'

const fields = [
  {
    id: '6b1f9e24-3d7a-4c58-90b2-5e8f1a7c3d46',
    key: 'user.data.company',
    name: 'Company',
    control: 'text',
    type: 'string',
    required: true,
  },
  {
    id: '7c20af35-4e8b-4d69-a1c3-6f902b8d4e57',
    key: 'user.email',
    name: 'E-mail address',
    control: 'text',
    type: 'email',
    required: true,
  },
]

const form = {
  id: 'd81c5b2e-07f4-4a93-b6e1-2c9d8f7a5043',
  name: 'Partner registration',
  type: 'registration',
  steps: [{ fields: fields.map((field) => field.id) }, { fields: [] }],
}

const firstStep = { fields, form, step: 1, stepIndex: 0, totalSteps: 2 }

const typical = {
  result: noErrors,
  user: { email: 'ingrid.solberg@mailbox.example', data: { company: 'Northwind AS' } },
  registration: { data: {} },
  formContext: firstStep,
  context: {},
}

/** Source of the rules: FusionAuth's page on the self-service registration validation lambda. */
export const selfServiceRegistrationValidation = defineLambdaType({
  type: 'SelfServiceRegistrationValidation',
  displayName: 'Self-Service Registration Validation',
  family: 'Validation',
  purpose: 'Checks what a user enters in an advanced registration form, step by step.',
  runsWhen: 'Each time that a step of an advanced self-service registration form is sent (Next or Register).',
  notRunWhen: [],
  functionName: 'validate',
  parameters: [
    parameter('result', 'mutable', validationResult, 'Put errors here to refuse the step.'),
    { ...user, meaning: 'The user as far as the form has been filled in.' },
    { ...registration, meaning: 'The registration as far as the form has been filled in.' },
    parameter('formContext', 'read-only', formContext, 'The state of the form.'),
    context,
  ],
  reserved: ['user', 'registration', 'formContext'],
  rules: [],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'step-validated',
      message: 'An entry in result.errors refuses the step and is shown; without one the form goes on.',
    },
    threw: {
      code: 'validation-failed',
      message: 'The event log gets an Error entry; what becomes of the form is not documented.',
    },
  },
  since: '1.43.0',
  licence: 'A paid plan (advanced registration forms)',
  assignedAt: [
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.selfServiceRegistrationValidationId',
      ui: 'Applications > Registration > Form settings',
    },
  ],
  quirks: [
    "Position 4 is the form's state and position 5 the request context; FusionAuth's own template names the fourth one context.",
    'The keys of fieldErrors are those of the form fields, such as user.data.company.',
    "A code such as [invalid]user.data.company is looked up in the theme's messages.",
    'Neither tenant nor application is passed, and registration.applicationId is empty (issue 2850).',
  ],
  template: `// Put errors into result to refuse the step; without any, the form goes on.
/** @type {LambdaFunction} */
function validate(result, user, registration, formContext, context) {
  // The lambda runs for every step, so look only at the fields of this one.
  const keys = (formContext.fields ?? []).map((field) => field.key)

  const email = user.email ?? ''
  if (keys.includes('user.email') && email.endsWith('@mailbox.example')) {
    result.errors.fieldErrors['user.email'] = [
      // The theme's message for the code is shown, or this text where the theme has none.
      { code: '[invalid]user.email', message: 'Use the address of your company.' },
    ]
  }
}
`,
  samples: [
    { name: 'An address that is refused', input: typical },
    {
      name: 'An address that is accepted',
      input: { ...typical, user: { email: 'ingrid@northwind.example', data: { company: 'Northwind AS' } } },
    },
    {
      name: 'A last step without fields, before anything is known of the user',
      input: {
        result: noErrors,
        user: {},
        registration: {},
        formContext: { form, fields: [], step: 2, stepIndex: 1, totalSteps: 2 },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { result: { errors: { fieldErrors: { 'user.email': [{ code: '[invalid]user.email' }] } } } },
    },
  },
  page: 'self-service-registration',
})
