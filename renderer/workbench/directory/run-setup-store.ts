import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useGroups } from '../../features/groups/groups-store.ts'
import { useMemberRuns } from '../../features/member-runs/member-runs-store.ts'
import { runnableLambda } from './runnable-lambda.ts'

/** What is to be run over the members of the group that is open, and how. */
export const useRunSetup = defineStore('runSetup', () => {
  const groups = useGroups()
  const runs = useMemberRuns()
  const slug = ref('')
  const applicationId = ref('')
  const mask = ref(false)

  /** Runs the lambda for every member. */
  async function start(): Promise<void> {
    const run = await runnableLambda(slug.value)
    const groupId = groups.openId
    if (!run || groupId === undefined) return
    await runs.start({
      instance: groups.instance ?? '',
      groupId,
      applicationId: applicationId.value === '' ? null : applicationId.value,
      run,
      mask: mask.value,
    })
  }

  return { slug, applicationId, mask, start }
})
