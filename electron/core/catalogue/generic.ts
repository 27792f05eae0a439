import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { genericDeclaration } from './declaration.ts'

/** Tried in this order in the body of a type that is not known; FusionAuth's own types have no others. */
const functionNames = ['populate', 'reconcile', 'convert', 'validate', 'checkRequired', 'policy', 'evaluate']

const purpose = 'The catalogue has no such type: it may be one of a newer server.'

/**
 * What the studio assumes of a type that the catalogue does not have.
 * Every argument counts as mutable and nothing as reserved, so a run shows all that the body does.
 */
export function genericLambdaType(type: string): LambdaTypeInfo {
  return {
    type,
    known: false,
    aliases: [],
    displayName: type,
    family: 'Not known',
    purpose,
    runsWhen: 'Not known.',
    notRunWhen: [],
    functionName: 'populate',
    functionNames,
    parameters: [],
    reserved: [],
    rules: [],
    returnValue: 'ignored',
    consequences,
    since: 'not known',
    upcoming: false,
    licence: null,
    assignedAt: [],
    quirks: [
      'It runs with generic rules: the values of the input are passed in their order, and every write is kept.',
      `The first of ${functionNames.join(', ')} that the body declares is called.`,
    ],
    declaration: genericDeclaration,
    template: '',
    samples: [],
    exampleCase: { input: {} },
    documentation: 'https://fusionauth.io/docs/extend/code/lambdas/',
    sources: [],
  }
}

const consequences: LambdaTypeInfo['consequences'] = {
  completed: {
    code: 'not-known',
    message:
      'The lambda completed; what FusionAuth does with a type that the catalogue does not have is not known.',
  },
  threw: {
    code: 'lambda-failed',
    message:
      'The event log gets an Error entry, and a caller of the API gets HTTP 512; what else happens for this type is not known.',
  },
}
