import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'

/** The files of the workspace that need attention. */
export const useWorkspaceProblems = defineStore('workspaceProblems', () => {
  const lambdas = useLambdas()
  const tests = useTests()
  const workspace = useWorkspace()
  const list = computed(() => [...(workspace.info?.problems ?? []), ...lambdas.problems, ...tests.problems])
  return { list }
})
