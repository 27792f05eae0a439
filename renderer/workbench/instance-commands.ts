import { offerCommands } from '../commands/offer-commands.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useForms } from '../forms/forms-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { useInstanceTabs } from './instance-tabs-store.ts'
import { onTarget } from './on-target.ts'
import { showInstanceTab } from './show-instance-tab.ts'

/** Offers what shows something of the instance that is worked with. */
export function offerInstanceTabCommands(): void {
  const instances = useInstances()
  const lambdas = useLambdas()
  const layout = useLayout()
  const tabs = useInstanceTabs()
  const isReady = (): boolean => instances.state === 'ready'

  function toggleUsage(): void {
    tabs.setUsage(!tabs.usage || layout.activity !== 'lambdas')
    layout.show('lambdas')
  }

  offerCommands([
    {
      id: 'instance.sync',
      title: 'command.sync',
      icon: 'i-lucide-arrow-up-down',
      enabled: isReady,
      run: () => showInstanceTab('sync'),
    },
    {
      id: 'instance.promote',
      title: 'command.promote',
      icon: 'i-lucide-arrow-right-left',
      enabled: isReady,
      run: () => showInstanceTab('promote'),
    },
    {
      id: 'instance.events',
      title: 'command.eventLog',
      icon: 'i-lucide-scroll-text',
      enabled: isReady,
      run: () => showInstanceTab('events'),
    },
    {
      id: 'instance.manage',
      title: 'command.instances',
      icon: 'i-lucide-settings-2',
      enabled: isReady,
      run: () => showInstanceTab('connection'),
    },
    {
      id: 'lambda.usage',
      title: 'command.usage',
      icon: 'i-lucide-waypoints',
      keys: 'Alt+U',
      enabled: () => lambdas.active !== undefined,
      run: toggleUsage,
    },
  ])
}

/** Offers what can be done with an instance: the one that a menu was opened on, else the one that is worked with. */
export function offerInstanceCommands(): void {
  const instances = useInstances()
  const forms = useForms()
  const palette = usePalette()

  const { meant, on } = onTarget(() => instances.current?.id)
  const isThere = (target?: string): boolean => instances.find(meant(target) ?? null) !== undefined

  /** What is filled in for the instance that is worked with goes with it. */
  async function choose(id: string): Promise<void> {
    if (id === instances.current?.id || (await forms.mayLeave('directory'))) instances.choose(id)
  }

  async function edit(id: string | null): Promise<void> {
    if (await forms.mayLeave('instance')) instances.editing = { id }
  }

  async function remove(id: string): Promise<void> {
    if (id !== instances.current?.id || (await forms.mayLeave('directory'))) instances.removing = id
  }

  function askWhich(): void {
    const choices = instances.list.map(({ id, name, url }) => ({
      id,
      label: name,
      detail: url,
      icon: 'i-lucide-server',
      go: () => void choose(id),
    }))
    palette.ask('command.chooseInstance', choices)
  }

  offerCommands([
    {
      id: 'instance.add',
      title: 'command.addInstance',
      icon: 'i-lucide-plus',
      enabled: () => instances.state === 'ready',
      run: () => void edit(null),
    },
    {
      id: 'instance.choose',
      title: 'command.chooseInstance',
      icon: 'i-lucide-server',
      enabled: () => instances.list.length > 0,
      run: (id) => {
        if (id === undefined) askWhich()
        else void choose(id)
      },
    },
    {
      id: 'instance.edit',
      title: 'command.editInstance',
      icon: 'i-lucide-pencil',
      enabled: isThere,
      run: on(edit),
    },
    {
      id: 'instance.probe',
      title: 'command.probeInstance',
      icon: 'i-lucide-plug-zap',
      enabled: isThere,
      run: on((id) => instances.probe(id)),
    },
    {
      id: 'instance.remove',
      title: 'command.removeInstance',
      icon: 'i-lucide-trash-2',
      enabled: isThere,
      run: on(remove),
    },
  ])
}
