import { defineLambdaType } from '../define.ts'
import { optionalRegistration, parameter, requestContext, user } from '../parameters.ts'
import { applicationId, ingrid, ingridsRegistration, tenantId, tomas } from '../samples/people.ts'
import { eventInfo } from '../samples/requests.ts'
import { multiFactorContext, multiFactorResult } from '../shapes/multi-factor.ts'

const typical = {
  result: { required: false, sendSuspiciousLoginEvent: false },
  user: ingrid,
  registration: ingridsRegistration,
  context: {
    action: 'login',
    application: { id: applicationId, name: 'Northwind', tenantId },
    authenticationType: 'PASSWORD',
    authenticationThreats: ['ImpossibleTravel', 'UnrecognizedDevice'],
    clientRisk: { status: 'MEDIUM' },
    eventInfo,
    policies: {
      applicationLoginPolicy: 'Enabled',
      applicationMultiFactorTrustPolicy: 'Any',
      tenantLoginPolicy: 'Enabled',
    },
  },
}

/** Source of the rules: FusionAuth's page on the MFA requirement lambda, and the Java client's classes. */
export const mfaRequirement = defineLambdaType({
  type: 'MFARequirement',
  displayName: 'MFA Requirement',
  family: 'Validation',
  purpose: 'Decides whether a user is asked for a second factor.',
  runsWhen: 'At a login, at a change of password, and when the MFA Status API is called.',
  notRunWhen: [],
  functionName: 'checkRequired',
  parameters: [
    parameter('result', 'mutable', multiFactorResult, "The decision, preset to FusionAuth's own."),
    user,
    optionalRegistration,
    requestContext(multiFactorContext, { since: '1.62.0' }),
  ],
  reserved: ['user', 'registration', 'context'],
  rules: [],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'requirement-decided',
      message:
        'FusionAuth asks for a second factor if result.required is true, and lets the user go on if it is false.',
    },
    threw: {
      code: 'request-failed',
      message: 'The event log gets an Error entry; by the general rule a caller of the API gets HTTP 512.',
    },
  },
  since: '1.62.0',
  licence: 'Enterprise',
  assignedAt: [
    {
      object: 'tenant',
      apiField: 'tenant.lambdaConfiguration.multiFactorRequirementId',
      ui: 'Tenants > Multi-Factor > MFA requirement lambda',
    },
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.multiFactorRequirementId',
      ui: "Applications > Multi-Factor > MFA requirement lambda (goes before the tenant's)",
    },
  ],
  quirks: [
    'An early draft of the documentation named the function validate and gave it six parameters; it is checkRequired.',
    'context.jwt of 1.62 became context.accessToken; authenticationType came in February 2026, clientRisk between 1.65.0 and 1.69.0.',
    'The threats grew from ImpossibleTravel alone to ten by 1.69.0.',
    'sendSuspiciousLoginEvent has an effect at a login alone.',
  ],
  template: `// result.required comes with FusionAuth's own decision: change it only where you know better.
/** @type {LambdaFunction} */
function checkRequired(result, user, registration, context) {
  // All of the context may be missing, the threats too.
  const threats = context?.authenticationThreats ?? []

  if (threats.includes('ImpossibleTravel')) {
    result.required = true
    // Has an effect at a login alone.
    result.sendSuspiciousLoginEvent = true
  }
}
`,
  samples: [
    { name: 'A login from far away', input: typical },
    {
      name: 'A quiet login that FusionAuth would ask for a second factor',
      input: {
        ...typical,
        result: { required: true, sendSuspiciousLoginEvent: false },
        context: { ...typical.context, authenticationThreats: [], clientRisk: { status: 'LOW' } },
      },
    },
    {
      name: 'A step-up without a registration or an application',
      input: { result: { required: false }, user: tomas, context: { action: 'stepUp' } },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { result: { required: true, sendSuspiciousLoginEvent: true } },
    },
  },
  page: 'mfa-requirement',
  sources: [
    'FusionAuth/fusionauth-java-client@dc972cc8:src/main/java/io/fusionauth/domain/lambda/parameters/mfa/',
  ],
})
