import type { SettingsStore } from '../ports.ts'

const setting = 'keysInFile'

/** Whether the user agreed to keep keys in a file where the system has no vault. */
export async function keysInFile(settings: SettingsStore): Promise<boolean> {
  return (await settings.get(setting)) === true
}

export function agreeToKeysInFile(settings: SettingsStore, agreed: boolean): Promise<void> {
  return settings.set(setting, agreed)
}
