/** What a text that names a user is. */
export type GivenUser =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'neither' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Something on both sides of the last @, no space: what is an address beyond that is for the server to know. */
const email = /^[^\s@]+(?:@[^\s@]+)*@[^\s@]+$/

/** Reads an id or e-mail; both are the same in upper and lower case. */
export function readGiven(text: string): GivenUser {
  const plain = text.trim()
  if (uuid.test(plain)) return { kind: 'id', id: plain.toLowerCase() }
  return email.test(plain) ? { kind: 'email', email: plain.toLowerCase() } : { kind: 'neither' }
}

/** An id as FusionAuth has it; null where the text is none. */
export function readId(text: string): string | null {
  const reading = readGiven(text)
  return reading.kind === 'id' ? reading.id : null
}
