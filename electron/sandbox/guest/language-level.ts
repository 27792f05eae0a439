import type { Primordials } from './primordials.ts'

/**
 * Takes away the built-ins that V8 has and the language level lacks, so that a body which needs one fails here as
 * it would on the server, together with what V8 offers beyond the language.
 */
export function installLanguageLevel(p: Primordials, ecmaVersion: number): void {
  // Written as one string to keep the source that each context compiles small. `.` stands for `.prototype.`.
  const later: readonly (readonly [number, string])[] = [
    [2015, 'Map Set WeakMap WeakSet Symbol Promise Proxy Reflect ArrayBuffer DataView Intl'],
    [
      2015,
      'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array',
    ],
    [
      2015,
      'Object:assign Object:is Object:setPrototypeOf Object:getOwnPropertySymbols Array:from Array:of Number:isFinite',
    ],
    [
      2015,
      'Number:isInteger Number:isNaN Number:isSafeInteger Number:parseFloat Number:parseInt Number:EPSILON',
    ],
    [2015, 'Number:MAX_SAFE_INTEGER Number:MIN_SAFE_INTEGER String:fromCodePoint String:raw'],
    [2015, 'Array.copyWithin Array.fill Array.find Array.findIndex Array.entries Array.keys Array.values'],
    [
      2015,
      'String.codePointAt String.endsWith String.includes String.normalize String.repeat String.startsWith',
    ],
    [
      2015,
      'Math:acosh Math:asinh Math:atanh Math:cbrt Math:clz32 Math:cosh Math:expm1 Math:fround Math:hypot Math:imul',
    ],
    [
      2015,
      'Math:log10 Math:log1p Math:log2 Math:sign Math:sinh Math:tanh Math:trunc RegExp.flags RegExp.sticky RegExp.unicode',
    ],
    [2016, 'Array.includes'],
    [2017, 'Object:entries Object:values Object:getOwnPropertyDescriptors String.padStart String.padEnd'],
    [2018, 'Promise.finally RegExp.dotAll'],
    [2019, 'Array.flat Array.flatMap Object:fromEntries String.trimStart String.trimEnd Symbol.description'],
    [2020, 'BigInt BigInt64Array BigUint64Array Promise:allSettled String.matchAll globalThis'],
    [2021, 'Promise:any AggregateError String.replaceAll WeakRef FinalizationRegistry'],
    [2022, 'Array.at String.at Object:hasOwn RegExp.hasIndices'],
    [2023, 'Array.findLast Array.findLastIndex Array.toReversed Array.toSorted Array.toSpliced Array.with'],
    [
      2024,
      'Object:groupBy Map:groupBy Promise:withResolvers String.isWellFormed String.toWellFormed RegExp.unicodeSets',
    ],
    [2024, 'ArrayBuffer.resize ArrayBuffer.resizable ArrayBuffer.maxByteLength ArrayBuffer.transfer'],
    [2024, 'ArrayBuffer.transferToFixedLength ArrayBuffer.detached'],
    [
      2025,
      'Iterator Promise:try RegExp:escape Float16Array Math:f16round DataView.getFloat16 DataView.setFloat16',
    ],
    [
      2025,
      'Set.union Set.intersection Set.difference Set.symmetricDifference Set.isSubsetOf Set.isSupersetOf Set.isDisjointFrom',
    ],
    [
      2026,
      'Array:fromAsync Error:isError Math:sumPrecise Uint8Array:fromBase64 Uint8Array:fromHex Uint8Array.toBase64',
    ],
    [
      2026,
      'Uint8Array.toHex Uint8Array.setFromBase64 Uint8Array.setFromHex Map.getOrInsert Map.getOrInsertComputed',
    ],
    [2026, 'WeakMap.getOrInsert WeakMap.getOrInsertComputed Iterator:concat JSON:rawJSON JSON:isRawJSON'],
    [
      2027,
      'DisposableStack AsyncDisposableStack SuppressedError Symbol:dispose Symbol:asyncDispose Temporal',
    ],
    [9999, 'WebAssembly SharedArrayBuffer Atomics'],
  ]

  const owner = (name: string, onPrototype: boolean): object | undefined => {
    const holder = p.globals[name]
    if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) return undefined
    return onPrototype ? (p.get(holder, 'prototype') as object | undefined) : holder
  }

  const take = (entry: string): void => {
    const dot = p.indexOf(entry, '.')
    const cut = dot < 0 ? p.indexOf(entry, ':') : dot
    if (cut < 0) {
      p.deleteProperty(p.globals, entry)
      return
    }
    const from = owner(p.slice(entry, 0, cut), dot >= 0)
    if (from) p.deleteProperty(from, p.slice(entry, cut + 1))
  }

  const takeAll = (entries: string): void => {
    let start = 0
    for (let at = 0; at <= entries.length; at++) {
      if (at < entries.length && entries[at] !== ' ') continue
      take(p.slice(entries, start, at))
      start = at + 1
    }
  }

  const iteratorPrototype = p.get(p.globals['Iterator'] as object, 'prototype') as object
  const typedArrayPrototype = p.getPrototypeOf((p.globals['Int8Array'] as { prototype: object }).prototype)!
  const typedArrayLater: readonly (readonly [number, string])[] = [
    [2022, 'at'],
    [2023, 'findLast'],
    [2023, 'findLastIndex'],
    [2023, 'toReversed'],
    [2023, 'toSorted'],
    [2023, 'with'],
  ]
  // Members go before the globals that lead to them.
  for (let at = later.length - 1; at >= 0; at--) if (later[at]![0] > ecmaVersion) takeAll(later[at]![1])
  for (let at = 0; at < typedArrayLater.length; at++) {
    if (typedArrayLater[at]![0] > ecmaVersion) p.deleteProperty(typedArrayPrototype, typedArrayLater[at]![1])
  }
  if (ecmaVersion >= 2025) return
  const helpers = p.ownKeys(iteratorPrototype)
  for (let at = 0; at < helpers.length; at++)
    if (typeof helpers[at] === 'string') p.deleteProperty(iteratorPrototype, helpers[at]!)
}
