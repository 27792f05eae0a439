import { StudioError } from '../../../electron/contract/errors.ts'
import type { SettingId, SomeSettingValue } from '../../../electron/contract/models/setting.ts'
import { t } from '../../messages/translate.ts'

/** Asks for what a setting needs besides itself. @throws StudioError `notifications-denied` */
export async function mayChange(id: SettingId, value: SomeSettingValue): Promise<void> {
  if (id !== 'notifications.system' || value !== true) return
  if ('Notification' in window && (await Notification.requestPermission()) === 'granted') return
  throw new StudioError({
    code: 'notifications-denied',
    message: t('settings.notificationsDenied'),
    hint: '',
  })
}
