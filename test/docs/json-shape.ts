/** The form of a JSON value as the documents write it: keys that are named, and the form of what is under them. */
export interface Shape {
  readonly isList: boolean
  readonly keys: ReadonlyMap<string, { readonly isOptional: boolean; readonly shape: Shape | null }>
}

/** Reads a form such as `[{ "file", "problems": [{ "code", "hint"? }] }]`; null where the text is none. */
export function parseShape(text: string): Shape | null {
  const tokens = [...text.matchAll(/[{}[\],:?]|"([^"]+)"/g)].map(([token]) => token)
  return readShape(tokens)
}

function readShape(tokens: string[]): Shape | null {
  if (take(tokens, '[')) {
    const inner = readShape(tokens)
    tokens.shift()
    return inner && { ...inner, isList: true }
  }
  if (!take(tokens, '{')) return null
  const keys = new Map<string, { isOptional: boolean; shape: Shape | null }>()
  while (tokens.length > 0 && !take(tokens, '}')) readKey(tokens, keys)
  return { isList: false, keys }
}

function readKey(tokens: string[], keys: Map<string, { isOptional: boolean; shape: Shape | null }>): void {
  const name = tokens.shift()!.replaceAll('"', '')
  const isOptional = take(tokens, '?')
  const shape = take(tokens, ':') ? readShape(tokens) : null
  keys.set(name, { isOptional: take(tokens, '?') || isOptional, shape })
  take(tokens, ',')
}

function take(tokens: string[], wanted: string): boolean {
  if (tokens[0] !== wanted) return false
  tokens.shift()
  return true
}

/** Where a value lacks a key that its form names, as JSON Pointers. */
export function lacksOf(value: unknown, shape: Shape, at = ''): readonly string[] {
  if (shape.isList) {
    if (!Array.isArray(value)) return [`${at}: no list`]
    return value.flatMap((each, index) => lacksOf(each, { ...shape, isList: false }, `${at}/${index}`))
  }
  if (typeof value !== 'object' || value === null) return [`${at}: no object`]
  const held = value as Readonly<Record<string, unknown>>
  return [...shape.keys].flatMap(([name, { isOptional, shape: inner }]) => {
    if (!Object.hasOwn(held, name)) return isOptional ? [] : [`${at}/${name}`]
    return inner ? lacksOf(held[name], inner, `${at}/${name}`) : []
  })
}
