import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'
import { studio } from '../../studio.ts'

/** The catalogue of lambda types, read once. */
export const useTypes = defineStore('types', () => {
  const list = shallowRef<readonly LambdaTypeInfo[]>([])
  const failure = shallowRef<ErrorData>()
  const byName = computed(() => indexByName(list.value))

  async function load(): Promise<void> {
    try {
      list.value = await studio.types.list()
      failure.value = undefined
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    }
  }

  /** The type of this name, also under a name that FusionAuth's documentation had before. */
  const find = (name: string): LambdaTypeInfo | undefined => byName.value.get(name)

  /** The type whose page shows: the one chosen last, else the first. */
  const shownName = ref<string>()
  const shown = computed(() => find(shownName.value ?? '') ?? list.value[0])
  const show = (name: string): void => void (shownName.value = name)

  return { list, failure, load, find, shown, show }
})

function indexByName(types: readonly LambdaTypeInfo[]): ReadonlyMap<string, LambdaTypeInfo> {
  return new Map(types.flatMap((info) => [info.type, ...info.aliases].map((name) => [name, info])))
}
