import { useLayout } from '../shell/layout-store.ts'
import { useInstanceTabs, type InstanceTab } from './instance-tabs-store.ts'

/** Shows something of the instance that is worked with. */
export function showInstanceTab(tab: InstanceTab): void {
  useLayout().show('instances')
  useInstanceTabs().shown = tab
}
