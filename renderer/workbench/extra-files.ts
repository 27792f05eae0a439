import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import { declarationFile, documentsFile, type LambdaDocuments } from '../editor/lambda-documents.ts'
import type { Lambda } from '../features/lambdas/lambda.ts'
import { bodyAddress } from './run-request.ts'

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
