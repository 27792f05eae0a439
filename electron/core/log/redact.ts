import { homedir } from 'node:os'

const hidden = '[hidden]'

/**
 * Takes out of a text what must not get into a log or a report: keys and tokens, what follows a word for them, the
 * user, query and fragment of addresses, e-mails, and the name of the user's own folder.
 */
export function redact(text: string, home = homedir()): string {
  return withoutFolder(text, home)
    .replace(/\b(https?:\/\/)[^\s/@]*@/gi, `$1${hidden}@`)
    .replace(/\b(https?:\/\/[^\s?#"']*)[?#][^\s"']*/gi, `$1?${hidden}`)
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, hidden)
    .replace(/\b(bearer|basic)\s+[^\s"',;]+/gi, `$1 ${hidden}`)
    .replace(
      /\b((?:api[-_ ]?key|authorization|password|passwd|secret|token|cookie)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s"',;]+)/gi,
      `$1${hidden}`,
    )
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, hidden)
    .replace(/[A-Za-z0-9_\-+/=]{24,}/g, (word) => (isSecretLike(word) ? hidden : word))
}

/** A long word with digits and letters mixed is no path, name or code of ours: those are words between separators. */
function isSecretLike(word: string): boolean {
  return word
    .split(/[/=+]/)
    .some((part) => part.length >= 24 && /\d/.test(part) && /[A-Za-z]/.test(part) && !isUuid(part))
}

function isUuid(word: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word)
}

/** Windows writes both kinds of slashes, and JSON doubles one of them. */
function withoutFolder(text: string, home: string): string {
  if (home.length < 2) return text
  const spellings = [home, home.replaceAll('\\', '/'), home.replaceAll('\\', '\\\\')]
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '~'), text)
}
