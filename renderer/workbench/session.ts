import { watch } from 'vue'
import { z } from 'zod'
import { useCases } from '../features/cases/cases-store.ts'
import { useGroups } from '../features/groups/groups-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useUsers } from '../features/users/users-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { activities } from '../shell/activities.ts'
import { useLayout } from '../shell/layout-store.ts'

const left = z.object({ instance: z.string(), id: z.string() }).optional().catch(undefined)

const session = z.object({
  activity: z.enum(activities.map(({ id }) => id)),
  /** The case that is worked on, by lambda. */
  cases: z.record(z.string(), z.string()),
  /** The group and the user that show. */
  group: left,
  user: left,
})

const keyOf = (folder: string): string => `studio.session ${folder}`

/** Shows what the workspace was left with, besides its tabs: activity, group, user, and the case of each open lambda. */
export async function recallSession(folder: string): Promise<void> {
  const last = readSession(folder)
  if (!last) return
  useLayout().show(last.activity)
  useGroups().recall(last.group)
  useUsers().recall(last.user)
  const cases = useCases()
  const open = useLambdas().openIds.filter((id) => last.cases[id] !== undefined)
  await Promise.all(open.map((id) => cases.choose(id, last.cases[id])))
}

function readSession(folder: string): z.infer<typeof session> | undefined {
  try {
    return session.parse(JSON.parse(localStorage.getItem(keyOf(folder)) ?? ''))
  } catch {
    return undefined
  }
}

/** Keeps what shows for the next visit. */
export function rememberSession(): void {
  const cases = useCases()
  const groups = useGroups()
  const users = useUsers()
  const lambdas = useLambdas()
  const layout = useLayout()
  const workspace = useWorkspace()

  watch(
    () => {
      if (!workspace.entered || !workspace.info) return undefined
      const chosen = lambdas.openIds.flatMap((id) => {
        const name = cases.chosenOf(id)
        return name === undefined ? [] : [[id, name] as const]
      })
      const text = JSON.stringify({
        activity: layout.activity,
        cases: Object.fromEntries(chosen),
        group: groups.leaving,
        user: users.leaving,
      })
      return [keyOf(workspace.info.folder), text] as const
    },
    (now) => {
      if (now) keep(...now)
    },
  )
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // A full or closed storage costs what showed on the next visit and nothing else.
  }
}
