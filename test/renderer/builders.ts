import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import type { RunReport } from '../../electron/contract/models/run.ts'
import type { WorkedLambda } from '../../renderer/workbench/active-lambda.ts'

export function lambdaType(fields: Partial<LambdaTypeInfo> = {}): LambdaTypeInfo {
  const consequence = { code: 'kept', message: 'It is kept.' }
  return {
    type: 'JWTPopulate',
    known: true,
    aliases: [],
    displayName: 'JWT Populate',
    family: 'Tokens',
    purpose: 'Adds claims.',
    runsWhen: 'Before a token is signed.',
    notRunWhen: [],
    functionName: 'populate',
    functionNames: ['populate'],
    parameters: [],
    reserved: [],
    rules: [],
    returnValue: 'ignored',
    consequences: { completed: consequence, threw: consequence },
    since: '1.6.0',
    upcoming: false,
    licence: null,
    assignedAt: [],
    quirks: [],
    declaration: 'type LambdaFunction = (jwt: object) => void',
    template: 'function populate(jwt) {}\n',
    samples: [],
    exampleCase: { input: {} },
    documentation: '',
    sources: [],
    ...fields,
  }
}

export function runReport(fields: Partial<RunReport> = {}): RunReport {
  return {
    outcome: 'completed',
    arguments: {},
    changes: [],
    dropped: [],
    console: [],
    fetches: [],
    error: null,
    problems: [],
    consequence: { code: 'kept', message: 'It is kept.' },
    durationMs: 1,
    heapBytes: 1024,
    ...fields,
  }
}

export function lambda(fields: Partial<WorkedLambda> = {}): WorkedLambda {
  return {
    id: 'a',
    name: 'A',
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    debug: false,
    ids: {},
    body: '',
    input: '{}',
    ...fields,
  }
}
