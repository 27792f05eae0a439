import { flag, ids, integer, optionalId } from '../fields.ts'
import { choice, each, part } from './parts.ts'

/** Tenants and applications have the same. */
export const jwtConfiguration = part({
  ...each(optionalId, 'accessTokenKeyId', 'idTokenKeyId'),
  ...each(ids, 'accessTokenVerificationKeyIds', 'idTokenVerificationKeyIds'),
  ...each(integer, 'refreshTokenTimeToLiveInMinutes', 'timeToLiveInSeconds'),
  enabled: flag,
  refreshTokenExpirationPolicy: choice('Fixed', 'SlidingWindow', 'SlidingWindowWithMaximumLifetime'),
  refreshTokenOneTimeUseConfiguration: part({ gracePeriodInSeconds: integer }),
  refreshTokenRevocationPolicy: part(
    each(flag, 'onLoginPrevented', 'onMultiFactorEnable', 'onOneTimeTokenReuse', 'onPasswordChanged'),
  ),
  refreshTokenSlidingWindowConfiguration: part({ maximumTimeToLiveInMinutes: integer }),
  refreshTokenUsagePolicy: choice('Reusable', 'OneTimeUse'),
})
