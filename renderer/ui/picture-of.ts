const picture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/]+=*$/i

/** Longer ones would make a list of people heavy. */
const mostCharacters = 300_000

/** The address of a picture that can be shown: one that holds the picture itself. */
export function pictureOf(address: string | null | undefined): string | undefined {
  if (!address || address.length > mostCharacters) return undefined
  return picture.test(address) ? address : undefined
}
