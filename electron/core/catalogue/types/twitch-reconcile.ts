import { loginSeconds } from '../samples/people.ts'
import { gamePlatformType } from './game-platform.ts'

export const twitchReconcile = gamePlatformType({
  type: 'TwitchReconcile',
  provider: 'Twitch',
  since: '1.28.0',
  interfaceName: 'Twitch Token Info API',
  userInfo: {
    iss: 'https://id.twitch.tv/oauth2',
    aud: 'q6batx0epp608isickayubi39itsckt',
    sub: '582914037',
    exp: loginSeconds + 900,
    iat: loginSeconds,
    email: 'fjordrunner@example.com',
    email_verified: true,
    preferred_username: 'FjordRunner',
    picture: 'https://cdn.example.com/avatars/fjordrunner.png',
  },
  nameField: 'preferred_username',
  idField: 'sub',
  page: 'reconcile/twitch-reconcile',
})
