import { isDeepStrictEqual } from 'node:util'
import { StudioError, toErrorData } from '../../contract/errors.ts'
import {
  allowedText,
  settingOf,
  settings,
  settingValue,
  usualSettings,
  type SettingId,
  type SettingsState,
  type SettingValues,
  type SomeSettingValue,
} from '../../contract/models/setting.ts'
import type { EmitEvent, Unsubscribe } from '../../contract/transport.ts'
import { say, type Worded } from '../../contract/words.ts'
import type { SettingsStore } from '../ports.ts'
import type { RunLimits } from '../runs/run-limits.ts'
import { readSettings } from './read-settings.ts'
import { describeSettings } from './settings-schema.ts'

/** The user's settings: what the file holds, checked, and told of when it changes. */
export class Settings {
  readonly #store: SettingsStore
  readonly #emit: EmitEvent
  #last: SettingsState | null = null
  #unwatch: Unsubscribe = () => undefined

  constructor(store: SettingsStore, emit: EmitEvent) {
    this.#store = store
    this.#emit = emit
  }

  /** The values as they were last read; the usual ones before that. */
  get now(): SettingValues {
    return this.#last?.values ?? usualSettings
  }

  /** What a run may use where its request does not say. */
  get runLimits(): RunLimits {
    return { timeMs: this.now['runs.time'], memoryMb: this.now['runs.memory'] }
  }

  /** Waits until the values have been read once. */
  async known(): Promise<void> {
    if (!this.#last) await this.read()
  }

  async read(): Promise<SettingsState> {
    const { values, fault } = await this.#store.all()
    const fileFault = fault && toErrorData(fault)
    const state = { ...readSettings(values), file: this.#store.file, fileFault }
    this.#last = state
    return state
  }

  /** @throws StudioError `setting-not-allowed`, `settings-not-json`, `settings-unusable` */
  async change(id: SettingId, value: SomeSettingValue): Promise<SettingsState> {
    const setting = settingOf(id)
    if (!settingValue(setting).safeParse(value).success) throw notAllowed(id, allowedText(setting))
    await this.#store.set(id, value)
    return this.#tell()
  }

  /** Takes a setting out of the file, or all of them. @throws StudioError as {@link change} */
  async reset(id: SettingId | null): Promise<SettingsState> {
    const ids = id === null ? settings.map((setting) => setting.id) : [id]
    for (const each of ids) await this.#store.remove(each)
    return this.#tell()
  }

  /** The file as somebody is about to edit it: with its schema beside it. Null where the host keeps none. */
  async toEdit(): Promise<string | null> {
    await describeSettings(this.#store)
    return this.#store.file
  }

  /** Tells of edits by other programs until {@link close}. */
  watch(): void {
    this.#unwatch()
    this.#unwatch = this.#store.watch(() => void this.#tell())
  }

  close(): void {
    this.#unwatch()
  }

  async #tell(): Promise<SettingsState> {
    const before = this.#last
    const state = await this.read()
    if (!isDeepStrictEqual(before, state)) this.#emit('settings.changed', state)
    return state
  }
}

function notAllowed(id: SettingId, allowed: Worded): StudioError {
  return new StudioError({
    code: 'setting-not-allowed',
    message: say`The setting ${id} takes ${allowed}.`,
    hint: 'The setting stays as it was.',
  })
}
