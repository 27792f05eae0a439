import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import {
  usualSettings,
  type SettingId,
  type SettingsState,
  type SomeSettingValue,
} from '../../../electron/contract/models/setting.ts'
import { onStudioEvent, studio } from '../../studio.ts'
import { mayChange } from './may-change.ts'

/** The user's settings as the host keeps them, and what of them could not be changed. */
export const useSettings = defineStore('settings', () => {
  const state = shallowRef<SettingsState>()
  const failures = shallowReactive(new Map<SettingId, Pick<ErrorData, 'message' | 'hint'>>())
  /** What the page of the settings shows of them: those that have all these words. */
  const search = ref('')
  const values = computed(() => state.value?.values ?? usualSettings)

  onStudioEvent('settings.changed', (now) => {
    state.value = now
    failures.clear()
  })

  let asked = 0

  /** Takes over what an answer says, unless something else was asked for since: that one's answer says more. */
  async function take(answer: Promise<SettingsState>): Promise<void> {
    const number = ++asked
    const next = await answer
    if (number === asked) state.value = next
  }

  const load = (): Promise<void> => take(studio.settings.read())

  const change = (id: SettingId, value: SomeSettingValue): Promise<void> =>
    attempt(id, async () => {
      await mayChange(id, value)
      return studio.settings.change(id, value)
    })

  const reset = (id: SettingId): Promise<void> => attempt(id, () => studio.settings.reset(id))

  async function resetAll(): Promise<void> {
    failures.clear()
    await take(studio.settings.reset(null))
  }

  async function attempt(id: SettingId, act: () => Promise<SettingsState>): Promise<void> {
    try {
      failures.delete(id)
      await take(act())
    } catch (thrown) {
      failures.set(id, toErrorData(thrown))
    }
  }

  return { state, search, values, failures, load, change, reset, resetAll }
})
