import type { JsonObject } from '../../electron/contract/json.ts'
import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import { declarationFile, documentsFile, type LambdaDocuments } from '../editor/lambda-documents.ts'
import type { SnippetScope } from '../editor/snippets.ts'
import type { Lambda } from '../features/lambdas/lambda.ts'
import { bodyAddress, caseAddresses, inputAddress } from './addresses.ts'

type FindType = (name: string) => LambdaTypeInfo | undefined

/** The files that the TypeScript worker gets: the declarations of the open types, and which lambda is which. */
export function extraFiles(open: readonly Lambda[], findType: FindType) {
  const typed = open.flatMap(({ id, type }) => {
    const info = findType(type)
    return info ? [{ address: bodyAddress(id), info }] : []
  })
  const documents: LambdaDocuments = Object.fromEntries(
    typed.map(({ address, info }) => [address, { type: info.type, functionName: info.functionName }]),
  )
  const infos = new Set(typed.map(({ info }) => info))
  return [
    { filePath: documentsFile, content: JSON.stringify(documents) },
    ...[...infos].map((info) => ({ filePath: declarationFile(info.type), content: info.declaration })),
  ]
}

/** What snippets must know of each open lambda, by the address of its body. */
export function snippetScopes(open: readonly Lambda[], findType: FindType): Record<string, SnippetScope> {
  return Object.fromEntries(
    open.map(({ id, type }) => {
      const info = findType(type)
      const parameters = info?.parameters.map(({ name }) => name) ?? []
      return [bodyAddress(id), { type: info?.type ?? type, parameters }]
    }),
  )
}

/** The schemas of the cases of the open lambdas, one for each type. */
export function caseSchemas(open: readonly Lambda[], schemaOf: (type: string) => object | undefined) {
  return [...Map.groupBy(open, ({ type }) => type)].flatMap(([type, lambdas]) => {
    const schema = schemaOf(type)
    const fileMatch = lambdas.map(({ id }) => caseAddresses(id))
    return schema ? [{ uri: `file:///studio/cases/${encodeURIComponent(type)}.json`, fileMatch, schema }] : []
  })
}

/** The schemas of the open inputs, one for each type, with the inputs that it is for. */
export function jsonSchemas(open: readonly Lambda[], schemaOf: (type: string) => JsonObject | undefined) {
  return [...Map.groupBy(open, ({ type }) => type)].flatMap(([type, lambdas]) => {
    const schema = schemaOf(type)
    const fileMatch = lambdas.map(({ id }) => inputAddress(id))
    return schema
      ? [{ uri: `file:///studio/inputs/${encodeURIComponent(type)}.json`, fileMatch, schema }]
      : []
  })
}
