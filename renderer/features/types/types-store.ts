import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
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

  return { list, failure, load, find }
})

function indexByName(types: readonly LambdaTypeInfo[]): ReadonlyMap<string, LambdaTypeInfo> {
  return new Map(types.flatMap((info) => [info.type, ...info.aliases].map((name) => [name, info])))
}
