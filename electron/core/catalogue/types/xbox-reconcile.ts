import { gamePlatformType } from './game-platform.ts'

export const xboxReconcile = gamePlatformType({
  type: 'XboxReconcile',
  provider: 'Xbox',
  since: '1.28.0',
  interfaceName: 'Xbox Token Info API',
  userInfo: { xid: '2535428931507614', gtg: 'FjordRunner', agg: 'Adult', uhs: '8310942716553008217' },
  nameField: 'gtg',
  idField: 'xid',
  quirks: [
    'Xbox names its fields with three letters: gtg is the gamertag, xid the id of the player, agg the age group.',
  ],
  page: 'reconcile/xbox-reconcile',
})
