import { shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type {
  RoleChange,
  RoleChangePreview,
} from '../../../electron/contract/models/directory-role-change.ts'
import { studio } from '../../studio.ts'

/** Where a preview of a change stands. */
export type PreviewState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'ready'; readonly preview: RoleChangePreview }
  | { readonly kind: 'failed'; readonly error: ErrorData }

/** Users whose roles are compared at once. */
const mostExamined = 2000

/** Asks who would gain or lose which role; an answer to an older question is dropped. */
export function useRolePreview() {
  const state = shallowRef<PreviewState>()

  async function ask(instance: string, change: RoleChange): Promise<void> {
    const asked: PreviewState = { kind: 'asking' }
    state.value = asked
    const answer = await outcomeOf(instance, change)
    if (state.value === asked) state.value = answer
  }

  const clear = (): void => void (state.value = undefined)

  return { state, ask, clear }
}

async function outcomeOf(instance: string, change: RoleChange): Promise<PreviewState> {
  try {
    return { kind: 'ready', preview: await studio.groups.previewRoles(instance, change, mostExamined) }
  } catch (thrown) {
    return { kind: 'failed', error: toErrorData(thrown) }
  }
}
