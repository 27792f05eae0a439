import type { Faker } from '@faker-js/faker'

/** Names and places of one language, from which users are put together. */
export interface Culture {
  readonly language: string
  readonly timezone: string
  readonly firstNames: readonly Name[]
  readonly lastNames: readonly Name[]
  readonly cities: readonly string[]
}

interface Name {
  readonly text: string
  /** The name in plain letters, empty where its script has none. */
  readonly ascii: string
}

/** The languages of the demo's users, each with where its users live. */
const languages = {
  en: ['America/New_York', () => import('@faker-js/faker/locale/en')],
  de: ['Europe/Berlin', () => import('@faker-js/faker/locale/de')],
  fr: ['Europe/Paris', () => import('@faker-js/faker/locale/fr')],
  es: ['Europe/Madrid', () => import('@faker-js/faker/locale/es')],
  pt_BR: ['America/Sao_Paulo', () => import('@faker-js/faker/locale/pt_BR')],
  pl: ['Europe/Warsaw', () => import('@faker-js/faker/locale/pl')],
  tr: ['Europe/Istanbul', () => import('@faker-js/faker/locale/tr')],
  el: ['Europe/Athens', () => import('@faker-js/faker/locale/el')],
  uk: ['Europe/Kyiv', () => import('@faker-js/faker/locale/uk')],
  ar: ['Africa/Cairo', () => import('@faker-js/faker/locale/ar')],
  he: ['Asia/Jerusalem', () => import('@faker-js/faker/locale/he')],
  vi: ['Asia/Ho_Chi_Minh', () => import('@faker-js/faker/locale/vi')],
  ko: ['Asia/Seoul', () => import('@faker-js/faker/locale/ko')],
  ja: ['Asia/Tokyo', () => import('@faker-js/faker/locale/ja')],
  zh_CN: ['Asia/Shanghai', () => import('@faker-js/faker/locale/zh_CN')],
} as const

/**
 * Draws a stock of names for each language. Faker is too slow to be asked for each of 200,000 users.
 * The generators are the demo's own, so that nobody else's use of faker moves them.
 */
export async function drawCultures(seed: number): Promise<Culture[]> {
  return Promise.all(
    Object.entries(languages).map(async ([language, [timezone, load]], index) => {
      const { faker } = await load()
      return drawCulture(ownGenerator(faker, seed + index), language, timezone)
    }),
  )
}

/** The class is taken from an instance, because the root of the package would load all seventy locales. */
function ownGenerator(faker: Faker, seed: number): Faker {
  const { constructor } = faker as unknown as { constructor: typeof Faker }
  return new constructor({ locale: faker.rawDefinitions, seed })
}

function drawCulture(faker: Faker, language: string, timezone: string): Culture {
  return {
    language,
    timezone,
    firstNames: stock(60, () => faker.person.firstName()).map(nameOf),
    lastNames: stock(60, () => faker.person.lastName()).map(nameOf),
    cities: stock(12, () => faker.location.city()),
  }
}

function stock(count: number, draw: () => string): string[] {
  return Array.from({ length: count }, draw)
}

function nameOf(text: string): Name {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\x20-\x7e]/g, '')
  return { text, ascii: plain.replace(/[^a-z]/g, '') }
}
