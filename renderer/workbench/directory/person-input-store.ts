import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type {
  UserApplication,
  UserDetail,
  UserInput,
} from '../../../electron/contract/models/directory-user.ts'
import { useUsers } from '../../features/users/users-store.ts'
import { studio } from '../../studio.ts'

/** What shows of a person who could not be read: nothing of the one before. */
const nobodyKnown = (id: string): Pick<UserDetail, 'applications'> & { summary: { name: string } } => ({
  summary: { name: id },
  applications: [],
})

/** A case input that is made of a person: whose, for what, and what came of it. */
export const usePersonInput = defineStore('personInput', () => {
  const users = useUsers()
  const userId = ref<string>()
  const personName = ref('')
  const applications = shallowRef<readonly UserApplication[]>([])
  const applicationId = ref('')
  const type = ref('JWTPopulate')
  const mask = ref(false)
  const made = shallowRef<UserInput>()
  const failure = shallowRef<ErrorData>()
  const making = ref(false)
  let asked = 0

  const request = computed(() =>
    userId.value === undefined
      ? undefined
      : {
          userId: userId.value,
          applicationId: applicationId.value === '' ? null : applicationId.value,
          type: type.value,
          mask: mask.value,
        },
  )

  /** Begins with a person, in the first application that the person is registered for. */
  async function show(id: string): Promise<void> {
    const number = ++asked
    made.value = failure.value = undefined
    userId.value = undefined
    const detail = await studio.users.read(users.instance ?? '', id).catch(toErrorData)
    if (number !== asked) return
    const known = 'code' in detail ? nobodyKnown(id) : detail
    if ('code' in detail) failure.value = detail
    personName.value = known.summary.name
    applications.value = known.applications
    const registered = known.applications.find(({ registration }) => registration !== null)
    applicationId.value = (registered ?? known.applications[0])?.applicationId ?? ''
    userId.value = id
  }

  const leave = (): void => void (userId.value = undefined)

  watch(request, () => void make())

  async function make(): Promise<void> {
    if (!request.value || failure.value?.code === 'user-not-found') return
    const number = ++asked
    making.value = true
    try {
      const input = await studio.users.input(users.instance ?? '', request.value)
      if (number !== asked) return
      made.value = input
      failure.value = undefined
    } catch (thrown) {
      if (number !== asked) return
      made.value = undefined
      failure.value = toErrorData(thrown)
    } finally {
      if (number === asked) making.value = false
    }
  }

  return {
    userId,
    personName,
    applications,
    applicationId,
    type,
    mask,
    made,
    failure,
    making,
    show,
    leave,
  }
})
