import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Problem } from '../../electron/contract/models/problem.ts'
import { useChecks } from '../features/checks/checks-store.ts'
import { useRuns } from '../features/runs/runs-store.ts'
import { useActiveLambda, type WorkedLambda } from './active-lambda.ts'
import { shownProblems } from './shown-problems.ts'

/** What is wrong with lambdas, for the editor and the status bar. */
export const useProblems = defineStore('problems', () => {
  const worked = useActiveLambda()
  const runs = useRuns()
  const checks = useChecks()

  const of = (lambda: WorkedLambda): readonly Problem[] =>
    shownProblems(lambda, runs.lastOf(lambda.id), checks.of(lambda.id))
  const active = computed(() => worked.lambda && of(worked.lambda))

  return { active, of }
})
