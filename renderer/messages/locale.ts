/** The languages of the page; `pseudo` shows which texts are not ready for another one. */
export type Locale = 'en' | 'pseudo'

const key = 'studio.language'

/** BCP 47; XA is the region that is kept for accented English. */
const tags: Readonly<Record<Locale, string>> = { en: 'en', pseudo: 'en-XA' }

const isLocale = (name: string | null): name is Locale => name !== null && Object.hasOwn(tags, name)

/** What the address asks for with `?locale=`, else what was chosen last. */
export function chooseLocale(search: string, kept: string | null): Locale {
  const asked = new URLSearchParams(search).get('locale')
  if (isLocale(asked)) return asked
  return isLocale(kept) ? kept : 'en'
}

/** The language of this page until it is loaded again. */
export const locale: Locale = chooseLocale(location.search, localStorage.getItem(key))

/** The same for what writes numbers and dates. */
export const localeTag = tags[locale]

/** How every screen writes times: lines of logs and entries of a history are compared by them. */
export const clock = { hourCycle: 'h23' } as const

/** The address asks for a language, whatever the user has chosen. */
export const isAskedByAddress = (): boolean => isLocale(new URLSearchParams(location.search).get('locale'))

/** Shows the page in another language from now on. What is not saved is asked about, as before any reload. */
export function changeLocale(next: Locale): void {
  localStorage.setItem(key, next)
  if (next !== locale) location.reload()
}
