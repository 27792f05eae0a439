import { applicationId, issuer, loginSeconds, tenantId } from './people.ts'

/** Claims as FusionAuth sets them in an access token, before a lambda sees it. */
export function accessTokenOf(user: { id: string; email: string; verified: boolean }) {
  return {
    aud: applicationId,
    exp: loginSeconds + 3600,
    iat: loginSeconds,
    iss: issuer,
    sub: user.id,
    jti: '6f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9',
    authenticationType: 'PASSWORD',
    email: user.email,
    email_verified: user.verified,
    applicationId,
    scope: 'openid offline_access',
    sid: 'b7c8d9e0-f1a2-4b3c-8d4e-5f60718293a4',
    auth_time: loginSeconds,
    tid: tenantId,
  }
}
