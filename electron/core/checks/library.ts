/** The edition of ECMAScript that brought each global of the library, where it is newer than 5.1. */
const globalEditions: Readonly<Record<number, string>> = {
  2015: 'Map Set WeakMap WeakSet Promise Proxy Reflect Symbol Intl',
  2020: 'BigInt globalThis BigInt64Array BigUint64Array',
  2021: 'WeakRef FinalizationRegistry AggregateError',
  2025: 'Iterator Float16Array',
  2026: 'DisposableStack AsyncDisposableStack SuppressedError',
}

/** Functions on a global: `Object.hasOwn`. */
const staticEditions: Readonly<Record<number, string>> = {
  2015: 'Object.assign Object.is Object.setPrototypeOf Object.getOwnPropertySymbols Array.from Array.of Number.isInteger Number.isNaN Number.isFinite Number.isSafeInteger Number.parseInt Number.parseFloat Math.trunc Math.sign Math.cbrt Math.log2 Math.log10 Math.hypot Math.clz32 Math.fround Math.imul String.raw String.fromCodePoint',
  2017: 'Object.entries Object.values Object.getOwnPropertyDescriptors',
  2019: 'Object.fromEntries',
  2020: 'Promise.allSettled',
  2021: 'Promise.any',
  2022: 'Object.hasOwn',
  2024: 'Object.groupBy Map.groupBy Promise.withResolvers Array.fromAsync',
  2025: 'Promise.try RegExp.escape Iterator.from',
  2026: 'Error.isError Math.sumPrecise',
}

/** Methods, whose receiver the text does not always tell: `list.at(-1)`. */
const methodEditions: Readonly<Record<number, string>> = {
  2015: 'startsWith endsWith repeat codePointAt normalize findIndex copyWithin',
  2016: 'includes',
  2017: 'padStart padEnd',
  2019: 'flat flatMap trimStart trimEnd',
  2020: 'matchAll',
  2021: 'replaceAll',
  2022: 'at',
  2023: 'findLast findLastIndex toSorted toReversed toSpliced',
  2024: 'isWellFormed toWellFormed',
  2025: 'symmetricDifference isSubsetOf isSupersetOf isDisjointFrom',
}

const globals = byName(globalEditions)
const statics = byName(staticEditions)
const methods = byName(methodEditions)

/** The edition of a global such as `Map`; undefined where it is older or unknown. */
export const globalEdition = (name: string): number | undefined => globals.get(name)

/** The edition of a function on a global, such as `Object.hasOwn`. */
export const staticEdition = (name: string): number | undefined => statics.get(name)

/** The edition of a method of strings, arrays or sets, such as `at`. */
export const methodEdition = (name: string): number | undefined => methods.get(name)

function byName(editions: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(editions).flatMap(([year, names]) => names.split(' ').map((name) => [name, Number(year)])),
  )
}
