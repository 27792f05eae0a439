import { say, type Worded } from '../../contract/words.ts'

/** Forms of keys that services give out, by what they are. */
const knownForms: readonly (readonly [Worded, RegExp])[] = [
  [say`a private key`, /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  [say`a JSON Web Token`, /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  [say`an AWS access key`, /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  [say`a Stripe key`, /\b[sr]k_live_[A-Za-z0-9]{16,}/],
  [say`a GitHub token`, /\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  [say`a GitLab token`, /\bglpat-[\w-]{20,}/],
  [say`a Slack token`, /\bxox[abeoprs]-[\w-]{10,}/],
  [say`a Google API key`, /\bAIza[\w-]{35}/],
  [say`a SendGrid key`, /\bSG\.[\w-]{16,}\.[\w-]{16,}/],
  [say`an Authorization header`, /^(Bearer|Basic|token|apikey)\s+[\w+/=.:-]{8,}$/i],
]

const secretName =
  /(api[-_]?key|apikey|secret|passw(or)?d|token|authorization|private[-_]?key|credential)s?$/i

const placeholder =
  /your|example|changeme|placeholder|secret|password|x{4,}|\*{3,}|<.*>|\{\{|\$\{|\.\.\.|todo|dummy|test/i

/** What a text looks like, if it looks like a secret; `name` is the variable or property that holds it. */
export function secretIn(text: string, name: string | null): Worded | null {
  const known = knownForms.find(([, form]) => form.test(text))
  if (known) return isPlaceholder(text) ? null : known[0]
  if (name && secretName.test(name) && /^\S{8,}$/.test(text) && !isPlaceholder(text) && isMixed(text))
    return say`the value of ${name}`
  return isRandom(text) ? say`a random key` : null
}

/** Whether a text stands for a secret that someone else puts in. */
function isPlaceholder(text: string): boolean {
  return placeholder.test(text) || /(.)\1{5,}/.test(text)
}

/** Whether letters and digits stand together, as in keys and not in names of claims. */
function isMixed(text: string): boolean {
  return /\d/.test(text) && /[A-Za-z]/.test(text) && !/^https?:/.test(text)
}

/** Whether a text is long, of one word, and as irregular as random characters; alphabets and UUIDs are not meant. */
function isRandom(text: string): boolean {
  if (!/^[\w+/=-]{32,}$/.test(text) || !isMixed(text) || isPlaceholder(text)) return false
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) || isAlphabet(text)) return false
  return entropy(text) >= (/^[0-9a-f]+$/i.test(text) ? 3 : 4)
}

function isAlphabet(text: string): boolean {
  return /abcdefghij|0123456789/i.test(text)
}

/** Shannon's entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  )
}
