import { builtInsAfter, type LaterBuiltIn } from './later-built-ins.ts'

/** Takes built-ins away from a context, each by `take`: those of the owners that `isAsked` says, or of all. */
export type RemoveLater = (
  take: (owner: object, name: string) => boolean,
  isAsked: readonly boolean[] | null,
) => void

/**
 * The source of a `RemoveLater` for a language level. It is written out, one statement for each built-in, because
 * every context runs it, and runs it once: V8 makes the objects of a list slower than it takes built-ins away.
 */
export function removalProgram(ecmaVersion: number): string {
  const statements = groupsAfter(ecmaVersion).map(({ owner, taken }, at) => {
    const removals = taken.map(([, , name]) => `take(owner, ${JSON.stringify(name)});`).join(' ')
    const condition = `(isAsked === null || isAsked[${at}]) && typeof ${globalOf(taken[0])} !== 'undefined'`
    return `if (${condition}) { owner = ${owner}; ${removals} }`
  })
  return `(take, isAsked) => {\nlet owner;\n${statements.join('\n')}\n}`
}

/**
 * What a `RemoveLater` is asked for where a body can come to these names alone. Each thing that is taken from a
 * prototype costs V8 as much as the prototype has members, and most bodies come to none.
 */
export function removalsWithin(
  ecmaVersion: number,
  reach: readonly string[] | null,
): readonly boolean[] | null {
  if (reach === null) return null
  const names = new Set(reach)
  return groupsAfter(ecmaVersion).map(({ taken }) => taken.some((builtIn) => isWithin(names, builtIn)))
}

function isWithin(names: ReadonlySet<string>, [holder, , name]: LaterBuiltIn): boolean {
  // A global may be there for the guest's own program as well.
  if (holder === '') return true
  return names.has(holder === 'IteratorPrototype' ? 'Iterator' : name)
}

interface Group {
  /** An expression for what the built-ins hang on. */
  readonly owner: string
  readonly taken: readonly LaterBuiltIn[]
}

function groupsAfter(ecmaVersion: number): readonly Group[] {
  return [...Map.groupBy(builtInsAfter(ecmaVersion), ownerOf)].map(([owner, taken]) => ({ owner, taken }))
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
