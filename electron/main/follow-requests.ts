import type { SettingsStore } from '../core/ports.ts'
import { isWorkspace } from '../core/workspace/find-workspace.ts'
import { listRecent } from '../core/workspace/recent.ts'
import type { Requests } from './hear-requests.ts'
import { readOpenWorkspaces } from './open-workspaces.ts'
import { planLink } from './plan-link.ts'
import type { OutsideRequest } from './read-arguments.ts'
import type { StudioWindows } from './studio-windows.ts'

interface FollowPorts {
  readonly windows: StudioWindows
  readonly settings: SettingsStore
}

/** Opens what is asked for from outside; at a start that asks for nothing, what was open before. */
export async function followRequests(requests: Requests, ports: FollowPorts): Promise<void> {
  const before = await readOpenWorkspaces(ports.settings)
  let isStart = true
  requests.listen((request) => {
    void follow(request, isStart ? before : [], ports)
    isStart = false
  })
}

async function follow(
  { folders, links }: OutsideRequest,
  before: readonly string[],
  { windows, settings }: FollowPorts,
): Promise<void> {
  for (const folder of folders) await windows.open(folder)
  for (const link of links) await followLink(link, { windows, settings })
  if (folders.length + links.length > 0) return
  for (const folder of before) if (await isWorkspace(folder)) await windows.open(folder)
  await windows.showAny()
}

async function followLink(link: string, { windows, settings }: FollowPorts): Promise<void> {
  const plan = planLink(link, await listRecent(settings))
  switch (plan.kind) {
    case 'workspace':
      return windows.open(plan.folder, plan.lambda)
    case 'lambda':
      return windows.showLambda(plan.slug)
    case 'refused':
      return windows.notify(plan.notice)
  }
}
