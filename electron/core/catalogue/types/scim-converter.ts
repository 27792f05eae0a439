import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import { defineLambdaType } from '../define.ts'
import type { LambdaTypeDefinition } from '../define.ts'
import { context } from '../parameters.ts'

type Own = 'parameters' | 'purpose' | 'quirks' | 'template' | 'samples' | 'exampleCase' | 'page'

/** What sets one SCIM converter apart from the others. */
export interface ScimConverterDefinition extends Pick<LambdaTypeDefinition, Own> {
  readonly resource: 'User' | 'Group'
  readonly direction: 'Request' | 'Response'
  /** Names of the tenant's fields that hold the lambda's id. */
  readonly tenantFields: readonly string[]
}

/** A converter between FusionAuth's objects and SCIM's; all of them share assignment, licence and rules. */
export function scimConverterType(definition: ScimConverterDefinition): LambdaTypeInfo {
  const { resource, direction, tenantFields, parameters, quirks, ...own } = definition
  const name = `${resource}${direction}Converter`
  return defineLambdaType({
    ...own,
    type: `SCIMServer${name}`,
    aliases: [`SCIM${name}`],
    displayName: `SCIM ${resource} ${direction} Converter`,
    family: 'SCIM',
    runsWhen:
      direction === 'Request'
        ? 'Before FusionAuth acts on a SCIM request.'
        : 'After FusionAuth has acted on a SCIM request, to build the answer.',
    notRunWhen: [],
    functionName: 'convert',
    parameters: [...parameters, context],
    reserved: [],
    rules: [],
    returnValue: 'ignored',
    consequences: consequencesOf(direction),
    since: '1.36.0',
    licence: 'Enterprise (SCIM)',
    assignedAt: tenantFields.map((field) => ({
      object: 'tenant',
      apiField: `tenant.lambdaConfiguration.${field}`,
      ui: 'Tenants > SCIM',
    })),
    quirks: [
      ...quirks,
      `The documentation of 2023 calls it SCIM${name}; the API accepts SCIMServer${name} alone.`,
      'The lambda is required once SCIM is enabled for the tenant.',
    ],
  })
}

function consequencesOf(direction: 'Request' | 'Response'): LambdaTypeInfo['consequences'] {
  return {
    completed: {
      code: 'scim-converted',
      message:
        direction === 'Request'
          ? 'FusionAuth carries out the request with the objects as they are kept here.'
          : 'FusionAuth answers with the SCIM object as it is kept here.',
    },
    threw: {
      code: 'scim-failed',
      message:
        "The SCIM request fails with a SCIM error of status 500, whose detail names the lambda's id (issue 2695), and the event log gets an Error entry.",
    },
  }
}
