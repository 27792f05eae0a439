import { gamePlatformType } from './game-platform.ts'

export const sonyPsnReconcile = gamePlatformType({
  type: 'SonyPSNReconcile',
  provider: 'Sony PlayStation Network',
  since: '1.28.0',
  interfaceName: 'Sony PlayStation Network UserInfo API',
  userInfo: {
    user_id: '6515971742264256071',
    online_id: 'FjordRunner',
    language_code: 'nb',
    country_code: 'NO',
  },
  nameField: 'online_id',
  idField: 'user_id',
  page: 'reconcile/sony-playstation-network-reconcile',
})
