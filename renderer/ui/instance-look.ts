import type { InstanceColor, Protection } from '../../electron/contract/models/workspace.ts'
import type { PlainMessageKey } from '../messages/translate.ts'

/** The dot by which an instance is known at a glance. */
export const dotClasses: Readonly<Record<InstanceColor, string>> = {
  gray: 'bg-zinc-400 dark:bg-zinc-500',
  red: 'bg-red-500',
  orange: 'bg-orange-500',
  yellow: 'bg-yellow-400',
  green: 'bg-green-500',
  teal: 'bg-teal-500',
  blue: 'bg-blue-500',
  purple: 'bg-purple-500',
}

export const colorNames: Readonly<Record<InstanceColor, PlainMessageKey>> = {
  gray: 'color.gray',
  red: 'color.red',
  orange: 'color.orange',
  yellow: 'color.yellow',
  green: 'color.green',
  teal: 'color.teal',
  blue: 'color.blue',
  purple: 'color.purple',
}

/** How a protection shows; none for an instance that is not protected. */
export interface ProtectionLook {
  readonly icon: string
  readonly label: PlainMessageKey
}

export const protectionLooks: Readonly<Record<Protection, ProtectionLook | null>> = {
  none: null,
  confirm: { icon: 'i-lucide-shield-alert', label: 'protection.confirm' },
  'read-only': { icon: 'i-lucide-lock', label: 'protection.readOnly' },
}
