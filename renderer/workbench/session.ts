import { watch } from 'vue'
import { z } from 'zod'
import { useCases } from '../features/cases/cases-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { activities } from '../shell/activities.ts'
import { useLayout } from '../shell/layout-store.ts'

const session = z.object({
  activity: z.enum(activities.map(({ id }) => id)),
  /** The case that is worked on, by lambda. */
  cases: z.record(z.string(), z.string()),
})

const keyOf = (folder: string): string => `studio.session ${folder}`

/** Shows what the workspace was left with, besides its tabs: the activity, and the case of each open lambda. */
export async function recallSession(folder: string): Promise<void> {
  const last = readSession(folder)
  if (!last) return
  useLayout().show(last.activity)
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
      const text = JSON.stringify({ activity: layout.activity, cases: Object.fromEntries(chosen) })
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
