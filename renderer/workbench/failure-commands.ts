import { offerCommands } from '../commands/offer-commands.ts'
import { useTypes } from '../features/types/types-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useActiveLambda } from './active-lambda.ts'
import { lookAgain } from './leave-workspace.ts'

/** Offers what tries again what failed, and puts away what was said of it. */
export function offerFailureCommands(): void {
  const connection = useConnection()
  const failures = useFailures()
  const types = useTypes()
  const workspace = useWorkspace()
  const worked = useActiveLambda()

  offerCommands([
    {
      id: 'view.reconnect',
      title: 'command.reconnect',
      icon: 'i-lucide-plug',
      enabled: () => !connection.connected,
      run: () => void connection.ask(),
    },
    {
      id: 'view.readTypes',
      title: 'command.readTypes',
      icon: 'i-lucide-refresh-cw',
      enabled: () => types.failure !== undefined,
      run: () => void types.load(),
    },
    {
      id: 'view.dismissFailure',
      title: 'command.dismissFailure',
      icon: 'i-lucide-x',
      enabled: () => failures.last !== undefined,
      run: failures.dismiss,
    },
    {
      id: 'lambda.read',
      title: 'command.readLambda',
      icon: 'i-lucide-refresh-cw',
      enabled: () => worked.failure !== undefined,
      run: () => void worked.load(),
    },
    {
      id: 'workspace.read',
      title: 'command.readWorkspace',
      icon: 'i-lucide-refresh-cw',
      enabled: () => workspace.failure !== undefined,
      run: () => void workspace.load(),
    },
    {
      id: 'workspace.lookAgain',
      title: 'command.lookAgain',
      icon: 'i-lucide-refresh-cw',
      enabled: () => workspace.info !== null,
      run: () => void failures.attempt(lookAgain),
    },
  ])
}
