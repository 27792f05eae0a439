import { watch } from 'vue'
import { declarationFile, documentsFile, type LambdaDocuments } from '../editor/lambda-documents.ts'
import { forgetModel } from '../editor/editor-models.ts'
import { loadMonaco } from '../editor/load-monaco.ts'
import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import type { Lambda } from '../features/lambdas/lambda.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { bodyAddress, inputAddress } from './run-request.ts'

/** Keeps the editor in step with the open lambdas: tells it their types, and forgets the closed ones. */
export function followDocuments(): void {
  const lambdas = useLambdas()
  const types = useTypes()

  watch(
    () => lambdas.open.map(({ id, type }) => `${id} ${types.find(type)?.type ?? ''}`).join('\n'),
    async () => {
      const monaco = await loadMonaco()
      monaco.javascriptDefaults.setExtraLibs(extraFiles(lambdas.open, types.find))
    },
    { immediate: true },
  )
  watch(
    () => lambdas.open.map(({ id }) => id),
    (now, before) => before.filter((id) => !now.includes(id)).forEach(forget),
  )
}

function forget(id: string): void {
  void forgetModel(bodyAddress(id))
  void forgetModel(inputAddress(id))
}

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
