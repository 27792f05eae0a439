import { defineLambdaType } from '../define.ts'
import { optionalRegistration, parameter, requestContext, user } from '../parameters.ts'
import { ingrid, ingridsRegistration, tomas } from '../samples/people.ts'
import { noErrors } from '../samples/validation.ts'
import { loginContext, validationResult } from '../shapes/validation.ts'

const pastDue = { ...ingrid, data: { ...ingrid.data, accountStatus: 'past-due' } }

const denied = {
  result: noErrors,
  user: pastDue,
  registration: ingridsRegistration,
  context: { authenticationType: 'PASSWORD' },
}

/** Source of the rules: FusionAuth's page on the login validation lambda. */
export const loginValidation = defineLambdaType({
  type: 'LoginValidation',
  displayName: 'Login Validation',
  family: 'Validation',
  purpose: 'Decides whether a user whose credentials are right may log in.',
  runsWhen: 'During a login, after the credentials and any second factor have been checked.',
  notRunWhen: [],
  functionName: 'validate',
  parameters: [
    parameter('result', 'mutable', validationResult, 'Put errors here to deny the login.'),
    user,
    optionalRegistration,
    requestContext(loginContext, { since: '1.53.0' }),
  ],
  reserved: ['user', 'registration', 'context'],
  rules: [],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'login-validated',
      message:
        'An entry in result.errors denies the login: the API answers 400 with these errors, and the event user.login.failed carries them. Without one the login goes on.',
    },
    threw: {
      code: 'login-failed',
      message:
        'The event log gets an Error entry; by the general rule a caller of the login API gets HTTP 512.',
    },
  },
  since: '1.53.0',
  licence: null,
  assignedAt: [
    {
      object: 'tenant',
      apiField: 'tenant.lambdaConfiguration.loginValidationId',
      ui: 'Tenants > Security > Login validation lambda',
    },
  ],
  quirks: [
    "Hosted pages show the theme's message for the code, else the message, else the code itself.",
    'The event user.login.failed tells a denial by reason.lambdaId and reason.lambdaResult.',
    'The context has no IP address and no event information (issue 3281).',
    'Denials of identity provider logins have been shown without their message (issue 2903), and migration connectors have failed (issue 3091); both are fixed.',
  ],
  template: `// Put an error into result to deny the login; do not throw.
/** @type {LambdaFunction} */
function validate(result, user, registration, context) {
  // Custom data may be missing altogether, so ask for it step by step.
  if (user.data?.accountStatus === 'past-due') {
    result.errors.generalErrors = [
      // The theme's message for the code is shown, or this text where the theme has none.
      { code: '[LoginRestricted]', message: 'Your account is past due. Please write to billing@example.com.' },
    ]
  }
}
`,
  samples: [
    { name: 'A user who is denied', input: denied },
    { name: 'A user who may log in', input: { ...denied, user: ingrid } },
    {
      name: 'No registration and no data, through an identity provider',
      input: {
        result: noErrors,
        user: tomas,
        context: {
          authenticationType: 'OPENID_CONNECT',
          identityProvider: {
            id: '82339786-3dff-42a6-aac6-1f1ceecb6c46',
            name: 'Partner',
            identityProviderType: 'OpenIDConnect',
          },
        },
      },
    },
  ],
  exampleCase: {
    input: denied,
    expect: {
      outcome: 'completed',
      arguments: { result: { errors: { generalErrors: [{ code: '[LoginRestricted]' }] } } },
    },
  },
  page: 'login-validation',
})
