/**
 * What V8 has and a language level may lack: the year of ECMAScript that brought it, and its names. A dot stands
 * for `.prototype.`, a colon for a property of the holder itself.
 * Sources: the ECMAScript editions of those years; for what has no edition yet, the proposals.
 */
const later: readonly (readonly [number, string])[] = [
  [2015, 'Map Set WeakMap WeakSet Symbol Promise Proxy Reflect ArrayBuffer DataView Intl'],
  [2015, 'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array'],
  [2015, 'Float32Array Float64Array Array:from Array:of'],
  [2015, 'Object:assign Object:is Object:setPrototypeOf Object:getOwnPropertySymbols'],
  [
    2015,
    'Number:isFinite Number:isInteger Number:isNaN Number:isSafeInteger Number:parseFloat Number:parseInt',
  ],
  [2015, 'Number:EPSILON Number:MAX_SAFE_INTEGER Number:MIN_SAFE_INTEGER String:fromCodePoint String:raw'],
  [2015, 'Array.copyWithin Array.fill Array.find Array.findIndex Array.entries Array.keys Array.values'],
  [
    2015,
    'String.codePointAt String.endsWith String.includes String.normalize String.repeat String.startsWith',
  ],
  [2015, 'Math:acosh Math:asinh Math:atanh Math:cbrt Math:clz32 Math:cosh Math:expm1 Math:fround Math:hypot'],
  [2015, 'Math:imul Math:log10 Math:log1p Math:log2 Math:sign Math:sinh Math:tanh Math:trunc'],
  [2015, 'RegExp.flags RegExp.sticky RegExp.unicode'],
  [2016, 'Array.includes'],
  [2017, 'Object:entries Object:values Object:getOwnPropertyDescriptors String.padStart String.padEnd'],
  [2018, 'Promise.finally RegExp.dotAll'],
  [2019, 'Array.flat Array.flatMap Object:fromEntries String.trimStart String.trimEnd Symbol.description'],
  [2020, 'BigInt BigInt64Array BigUint64Array Promise:allSettled String.matchAll globalThis'],
  [2021, 'Promise:any AggregateError String.replaceAll WeakRef FinalizationRegistry'],
  [
    2022,
    'Array.at String.at TypedArray.at Object:hasOwn RegExp.hasIndices Intl:Segmenter Intl:supportedValuesOf',
  ],
  [2023, 'Array.findLast Array.findLastIndex Array.toReversed Array.toSorted Array.toSpliced Array.with'],
  [
    2023,
    'TypedArray.findLast TypedArray.findLastIndex TypedArray.toReversed TypedArray.toSorted TypedArray.with',
  ],
  [2024, 'Object:groupBy Map:groupBy Promise:withResolvers String.isWellFormed String.toWellFormed'],
  [2024, 'RegExp.unicodeSets ArrayBuffer.resize ArrayBuffer.resizable ArrayBuffer.maxByteLength'],
  [2024, 'ArrayBuffer.transfer ArrayBuffer.transferToFixedLength ArrayBuffer.detached'],
  [2025, 'Iterator Promise:try RegExp:escape Float16Array Math:f16round DataView.getFloat16'],
  [2025, 'DataView.setFloat16 Intl:DurationFormat Set.union Set.intersection Set.difference'],
  [2025, 'Set.symmetricDifference Set.isSubsetOf Set.isSupersetOf Set.isDisjointFrom'],
  [2025, 'IteratorPrototype.drop IteratorPrototype.every IteratorPrototype.filter IteratorPrototype.find'],
  [
    2025,
    'IteratorPrototype.flatMap IteratorPrototype.forEach IteratorPrototype.map IteratorPrototype.reduce',
  ],
  [
    2025,
    'IteratorPrototype.some IteratorPrototype.take IteratorPrototype.toArray IteratorPrototype.constructor',
  ],
  [2026, 'Array:fromAsync Error:isError Math:sumPrecise Uint8Array:fromBase64 Uint8Array:fromHex'],
  [2026, 'Uint8Array.toBase64 Uint8Array.toHex Uint8Array.setFromBase64 Uint8Array.setFromHex'],
  [2026, 'Map.getOrInsert Map.getOrInsertComputed WeakMap.getOrInsert WeakMap.getOrInsertComputed'],
  [2026, 'Iterator:concat JSON:rawJSON JSON:isRawJSON'],
  // V8 lets nobody take Symbol.dispose and Symbol.asyncDispose away.
  [2027, 'DisposableStack AsyncDisposableStack SuppressedError Temporal'],
  // Not of the language at any level, or not for a guest.
  [9999, 'WebAssembly SharedArrayBuffer Atomics console'],
]

/** A built-in to take away: the global it hangs on, whether it is on that one's prototype, and its own name. */
export type LaterBuiltIn = readonly [holder: string, onPrototype: boolean, name: string]

/** The built-ins that a language level lacks; members come before the globals that lead to them. */
export function builtInsAfter(ecmaVersion: number): readonly LaterBuiltIn[] {
  const entries = later.filter(([year]) => year > ecmaVersion).flatMap(([, names]) => names.split(' '))
  return entries.map(parse).toSorted(([one], [other]) => Number(one === '') - Number(other === ''))
}

function parse(entry: string): LaterBuiltIn {
  const [holder, member] = entry.split(/[.:]/)
  return member === undefined ? ['', false, entry] : [holder ?? '', entry.includes('.'), member]
}
