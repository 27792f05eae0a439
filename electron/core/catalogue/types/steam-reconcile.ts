import { gamePlatformType } from './game-platform.ts'

export const steamReconcile = gamePlatformType({
  type: 'SteamReconcile',
  provider: 'Steam',
  since: '1.28.0',
  interfaceName: 'Steam Player Summaries API',
  userInfo: {
    steamid: '76561198044519283',
    personaname: 'FjordRunner',
    profileurl: 'https://steam.example/id/fjordrunner/',
    avatarfull: 'https://cdn.example.com/avatars/fjordrunner_full.jpg',
    communityvisibilitystate: 3,
    timecreated: 1_340_119_800,
    loccountrycode: 'NO',
  },
  nameField: 'personaname',
  idField: 'steamid',
  quirks: ['Steam gives no e-mail address, and few fields for a profile that is not public.'],
  page: 'reconcile/steam-reconcile',
})
