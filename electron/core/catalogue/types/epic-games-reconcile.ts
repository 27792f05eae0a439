import { gamePlatformType } from './game-platform.ts'

export const epicGamesReconcile = gamePlatformType({
  type: 'EpicGamesReconcile',
  provider: 'Epic Games',
  since: '1.28.0',
  interfaceName: 'Epic Games Account API',
  userInfo: {
    accountId: '4a1f8c2e9d3b47568e0f7a6b5c4d3e2f',
    displayName: 'FjordRunner',
    preferredLanguage: 'no',
  },
  nameField: 'displayName',
  idField: 'accountId',
  quirks: [
    'The documentation named other arguments (idToken, accessToken) before October 2024; userInfo alone is passed.',
  ],
  page: 'reconcile/epic-games-reconcile',
})
