import { licenceTexts } from './licence-texts.ts'

/** Packages that do not say whose work they bring. */
const holders: Readonly<Record<string, readonly [licence: string, holder: string][]>> = {
  '@iconify-json/lucide': [
    ['ISC', 'Lucide Icons and Contributors'],
    ['MIT', '2013-present Cole Bemis (Feather, from which some of the icons are derived)'],
  ],
}

/** The texts for a package that comes with none; undefined where its licence is not known here by name. */
export function standardLicences(name: string, licence: string, author?: string): string[] | undefined {
  const parts = holders[name] ?? [[licence, author || `the authors of ${name}`] as const]
  const texts = parts.map(([each, holder]) => standardLicence(each, holder))
  return texts.every((text) => text !== undefined) ? texts : undefined
}

function standardLicence(name: string, holder: string): string | undefined {
  const text = licenceTexts[name]
  return text === undefined ? undefined : `Copyright (c) ${holder}\n\n${text}`
}
