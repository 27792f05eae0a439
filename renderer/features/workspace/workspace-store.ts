import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { RecentWorkspace, WorkspaceInfo } from '../../../electron/contract/models/workspace.ts'
import { studio } from '../../studio.ts'

/** The workspace that is open; `asking` until the studio has said whether there is one. */
export const useWorkspace = defineStore('workspace', () => {
  const info = shallowRef<WorkspaceInfo | null>(null)
  const asked = ref(false)
  /** The folder was deleted or moved away while it was open. */
  const gone = ref(false)
  /** Why edits by other programs are not noticed at once; null while they are. */
  const unwatched = ref<string | null>(null)
  /** A workspace is being made or opened here. */
  const entering = ref(false)
  /** The tabs of the last visit are back. */
  const entered = ref(false)
  const recent = shallowRef<readonly RecentWorkspace[]>([])
  const failure = shallowRef<ErrorData>()
  /** Workspaces that were open before and are still there. */
  const others = computed(() =>
    recent.value.filter(({ folder, exists }) => exists && folder !== info.value?.folder),
  )

  const state = computed(() => {
    if (!asked.value) return 'asking'
    return info.value ? 'open' : 'none'
  })

  /** Asks which workspace is open. */
  async function load(): Promise<void> {
    try {
      info.value = await studio.workspace.current()
      asked.value = true
      failure.value = undefined
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    }
  }

  async function loadRecent(): Promise<void> {
    recent.value = await studio.workspace.recent()
  }

  async function forget(folder: string): Promise<void> {
    await studio.workspace.forget(folder)
    await loadRecent()
  }

  return {
    info,
    asked,
    gone,
    entering,
    entered,
    unwatched,
    recent,
    others,
    failure,
    state,
    load,
    loadRecent,
    forget,
  }
})
