import type { InstalledPackage } from './installed-package.ts'

const rule = '-'.repeat(80)
const about = `Lambda Studio is passed on under the Apache License 2.0. It contains the packages below, each under its
own licence.`

/** One text of all packages, by name; what several say in the very same words is said once. */
export function noticesText(packages: readonly InstalledPackage[]): string {
  const namesOf = new Map<string, Set<string>>()
  for (const { name, version, licence, texts } of packages) {
    const text = texts.join('\n\n')
    namesOf.set(text, (namesOf.get(text) ?? new Set()).add(`${name} ${version} (${licence})`))
  }
  const parts = [...namesOf]
    .map(([text, names]) => ({ text, names: [...names].toSorted() }))
    .toSorted((one, other) => ((one.names[0] ?? '') < (other.names[0] ?? '') ? -1 : 1))
    .map(({ text, names }) => `${rule}\n${names.join('\n')}\n\n${text}\n`)
  return [`${about}\n`, ...parts].join('\n')
}
