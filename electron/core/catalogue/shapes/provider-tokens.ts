import type { Shape } from './shape.ts'

/** The encoded tokens of an OpenID Connect provider. */
export const providerTokens: Shape = {
  name: 'ProviderTokens',
  needs: [],
  text: `/** A provider's tokens as they came. Do not log them. */
interface ProviderTokens {
  /** Always there. */
  access_token: string
  /** There when the provider sent one whose signature could be verified. */
  id_token?: string
}`,
}
