import { watch } from 'vue'
import { keepLambdas } from './features/lambdas/keep-lambdas.ts'
import { PageLambdaStorage } from './features/lambdas/lambda-storage.ts'
import { useLambdas } from './features/lambdas/lambdas-store.ts'
import { formatInput } from './features/inputs/parse-input.ts'
import { useTypes } from './features/types/types-store.ts'
import { t } from './messages/translate.ts'
import { useConnection } from './shell/connection-store.ts'
import { useTheme } from './shell/theme-store.ts'
import { checkActive } from './workbench/check-active.ts'
import { followDocuments } from './workbench/follow-documents.ts'
import { followInstance } from './workbench/follow-instance.ts'

const exampleType = 'JWTPopulate'

/** Brings the page to where the user left it; on a first visit, to an example that runs. */
export function start(): void {
  useTheme()
  const connection = useConnection()
  const types = useTypes()
  const storage = new PageLambdaStorage(localStorage)
  const lambdas = useLambdas()
  const visitedBefore = lambdas.restore(storage)

  keepLambdas(storage)
  followDocuments()
  checkActive()
  followInstance()
  void connection.ask()
  void types.load().then(() => {
    if (!visitedBefore) addExample()
  })
  watch(
    () => connection.connected,
    (connected) => {
      if (connected && types.failure) void types.load()
    },
  )
}

function addExample(): void {
  const info = useTypes().find(exampleType)
  if (!info) return
  useLambdas().add({
    name: t('start.example'),
    type: info.type,
    body: info.template,
    input: formatInput(info.samples[0]?.input ?? {}),
  })
}
