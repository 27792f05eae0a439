import { gamePlatformType } from './game-platform.ts'

export const nintendoReconcile = gamePlatformType({
  type: 'NintendoReconcile',
  provider: 'Nintendo',
  since: '1.36.0',
  interfaceName: 'Nintendo Token Info API',
  userInfo: { id: '3f9d2c8e71a64b05', nickname: 'FjordRunner', language: 'nb-NO', country: 'NO' },
  nameField: 'nickname',
  idField: 'id',
  quirks: ['Documented since 1.36.0, but the clients have had the name since 1.32.'],
  page: 'reconcile/nintendo-reconcile',
})
