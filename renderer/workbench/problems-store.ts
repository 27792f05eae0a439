import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { useRuns } from '../features/runs/runs-store.ts'
import { useActiveLambda } from './active-lambda.ts'
import { shownProblems } from './shown-problems.ts'

/** What is wrong with the lambda that shows, for the editor and the status bar. */
export const useProblems = defineStore('problems', () => {
  const worked = useActiveLambda()
  const runs = useRuns()
  const checks = useChecks()

  const active = computed(() => {
    const lambda = worked.lambda
    return lambda && shownProblems(lambda, runs.lastOf(lambda.id), checks.of(lambda.id))
  })

  return { active }
})
