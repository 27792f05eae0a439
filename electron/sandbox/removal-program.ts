import { builtInsAfter, type LaterBuiltIn } from './later-built-ins.ts'

/** Takes built-ins away from a context, each by `take`. */
export type RemoveLater = (take: (owner: object, name: string) => boolean) => void

/**
 * The source of a `RemoveLater` for a language level. It is written out, one statement for each built-in, because
 * every context runs it, and runs it once: V8 makes the objects of a list slower than it takes built-ins away.
 */
export function removalProgram(ecmaVersion: number): string {
  const statements = [...Map.groupBy(builtInsAfter(ecmaVersion), ownerOf)].map(([owner, taken]) => {
    const removals = taken.map(([, , name]) => `take(owner, ${JSON.stringify(name)});`)
    return `if (typeof ${globalOf(taken[0])} !== 'undefined') { owner = ${owner}; ${removals.join(' ')} }`
  })
  return `(take) => {\nlet owner;\n${statements.join('\n')}\n}`
}

function ownerOf([holder, onPrototype]: LaterBuiltIn): string {
  switch (holder) {
    case '':
      return 'globalThis'
    case 'IteratorPrototype':
      return 'Iterator.prototype'
    case 'TypedArray':
      // The constructor that all typed arrays inherit from has no name of its own.
      return `Object.getPrototypeOf(Int8Array)${onPrototype ? '.prototype' : ''}`
    default:
      return onPrototype ? `${holder}.prototype` : holder
  }
}

/** A name that is declared where the owner is. */
function globalOf(builtIn: LaterBuiltIn | undefined): string {
  const holder = builtIn?.[0] || 'globalThis'
  return { IteratorPrototype: 'Iterator', TypedArray: 'Int8Array' }[holder] ?? holder
}
