import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type {
  DirectoryApplication,
  DirectoryChoices,
} from '../../../electron/contract/models/directory-group.ts'
import { studio } from '../../studio.ts'

/** The tenants, applications and roles of the instance that is worked with. */
export const useChoices = defineStore('directoryChoices', () => {
  const choices = shallowRef<DirectoryChoices>()
  const failure = shallowRef<ErrorData>()
  let asked: string | undefined

  const tenants = computed(() => choices.value?.tenants ?? [])
  const applications = computed(() => choices.value?.applications ?? [])
  const tenantName = (id: string | null): string | undefined =>
    tenants.value.find((tenant) => tenant.id === id)?.name
  const application = (id: string): DirectoryApplication | undefined =>
    applications.value.find((each) => each.id === id)

  /** Reads what there is to choose from on an instance. */
  async function load(instance: string): Promise<void> {
    if (asked !== instance) choices.value = undefined
    asked = instance
    try {
      const read = await studio.groups.choices(instance)
      if (asked === instance) [choices.value, failure.value] = [read, undefined]
    } catch (thrown) {
      if (asked === instance) failure.value = toErrorData(thrown)
    }
  }

  return { choices, failure, tenants, applications, tenantName, application, load }
})
