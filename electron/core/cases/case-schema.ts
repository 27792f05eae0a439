import { z } from 'zod'
import { caseFile } from '../../contract/models/case.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'

/** The JSON Schema of a case for one lambda type, for completion and marks in an editor. */
export function caseSchema(typeName: string): object {
  const { parameters } = describeLambdaType(typeName)
  const input = {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, meaning }) => [name, { description: meaning }])),
    defaultSnippets: [{ label: '{}', body: Object.fromEntries(parameters.map(({ name }) => [name, {}])) }],
  }
  return z.toJSONSchema(caseFile, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (runInputOf() as unknown)) Object.assign(jsonSchema, input)
    },
  })
}

/** The schema object that stands for arguments by name. */
function runInputOf(): z.ZodType {
  return caseFile.shape.input
}
